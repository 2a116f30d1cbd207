import { expect, test } from "vitest";
import { textRow, workbook } from "../reading/xlsx/workbook-for-tests.ts";
import { outcomeOf } from "./outcome-for-tests.ts";

const HEADER = textRow(1, "email", "v");

test("E8: a cell that Excel rounded, and that is no phone either, has one warning", async () => {
  const cells = '<c r="A2" t="inlineStr"><is><t>ana@example.com</t></is></c><c r="B2"><v>12345678901234567890</v></c>';
  const file = workbook({ rows: `${HEADER}<row r="2">${cells}</row>` });
  expect(await outcomeOf(file, { fields: [{ name: "V", type: "phone" }] })).toMatchObject({
    members: { "ana@example.com": [null] },
    lines: ["2 warning phone_country v"],
  });
  expect(await outcomeOf(file, { fields: [{ name: "V" }] })).toMatchObject({ lines: ["2 warning precision_lost v"] });
});

test("E12: other sheets and hidden rows are told before Apply", async () => {
  const hidden = textRow(2, "ana@example.com", "Ana").replace("<row", '<row hidden="1"');
  const sheets = [{ name: "Clients", rows: HEADER + hidden }, { name: "Notes" }];
  expect(await outcomeOf(workbook({ sheets }), { fields: [{ name: "V" }] })).toMatchObject({
    members: { "ana@example.com": ["Ana"] },
    notices: ["other_sheets", "hidden_rows"],
  });
});
