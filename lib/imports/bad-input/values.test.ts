import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { contacts, erased } from "#db/schema.ts";
import { erasedHash } from "#lib/contacts/erased.ts";
import { listMembers } from "#lib/contacts/list-members.ts";
import { editor, importFile, makeProfile, membersOf } from "../import-for-tests.ts";
import { type Outcome, outcomeOf, type Wish } from "./outcome-for-tests.ts";

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const emails = (...written: string[]) => `email\n${written.map((cell) => `${quoted(cell)}\n`).join("")}`;
const one = (type: "phone" | "date" | "number" | "yesno" | "text", options = {}): Wish => ({
  fields: [{ name: "V", type }],
  options,
});
/** Each value in a row of its own: `p1@…` and so on. */
const values = (...cells: string[]) =>
  `email,v\n${cells.map((cell, at) => `p${at + 1}@example.com,${quoted(cell)}\n`).join("")}`;
const kept = (...cells: (string | null)[]) =>
  Object.fromEntries(cells.map((cell, at) => [`p${at + 1}@example.com`, [cell]]));
const rejected = (reason: string, column: string, ...lines: number[]) =>
  lines.map((line) => `${line} rejected ${reason} ${column}`);
const warned = (reason: string, ...lines: number[]) => lines.map((line) => `${line} warning ${reason} v`);

const TEMPLATE = ["$", "{7*7}"].join("");

/** An address of so many characters before the @ and in all. */
const long = (local: number, total: number) =>
  `${"a".repeat(local)}@${"d".repeat(60)}.${"e".repeat(60)}.${"f".repeat(total - local - 127)}.com`;

describe("D. what stands in the cells", () => {
  test.each<[string, string, string, Partial<Outcome>, Wish?]>([
    [
      "D1",
      "one address in two cases",
      "email,name\nAna@Example.COM,A\nana@example.com,B\n",
      { members: { "ana@example.com": ["B"] }, lines: ["2 duplicate duplicate 3"] },
    ],
    [
      "D2",
      "of two rows of one contact the last wins, and the first is logged",
      "email,name\na@x.com,1\nb@x.com,2\na@x.com,3\n",
      { members: { "a@x.com": ["3"], "b@x.com": ["2"] }, lines: ["2 duplicate duplicate 4"] },
    ],
    [
      "D3",
      "what stands around an address is taken off, with a warning",
      emails("a@x.com ", "<b@x.com>", "mailto:c@x.com", "Dan <d@x.com>"),
      {
        members: { "a@x.com": [null], "b@x.com": [null], "c@x.com": [null], "d@x.com": [null] },
        lines: [3, 4, 5].map((line) => `${line} warning email_cleaned email`),
      },
    ],
    [
      "D4",
      "what is no address",
      emails("a@b..com", "a@", "@b.com", "a b@c.com", "ana@example,com", "a@b;c@d"),
      { members: {}, lines: rejected("email", "email", 2, 3, 4, 5, 6, 7) },
    ],
    [
      "D5",
      "a domain in letters and in ASCII is one",
      emails("ana@münchen.de", "ana@xn--mnchen-3ya.de"),
      { members: { "ana@xn--mnchen-3ya.de": [null] } },
    ],
    [
      "D6",
      "letters beyond ASCII before the @",
      emails("用户@例子.公司", "müller@example.de"),
      { members: {}, lines: rejected("email_eai", "email", 2, 3) },
    ],
    [
      "D7",
      "a quoted local part, an IP address, no dot",
      emails('"e@attacker.com"@victim.com', '"a b"@x.com', "a@[192.168.0.1]", "a@localhost"),
      { members: {}, lines: rejected("email", "email", 2, 3, 4, 5) },
    ],
    ["D8", "a full-width @", emails("ana＠example.com"), { members: {}, lines: rejected("email", "email", 2) }],
    [
      "D9",
      "65 characters before the @",
      emails(`${"a".repeat(64)}@x.com`, `${"b".repeat(65)}@x.com`),
      { members: { [`${"a".repeat(64)}@x.com`]: [null] }, lines: rejected("email", "email", 3) },
    ],
    [
      "D10",
      "a line end inside of an address",
      emails("a@x.com\r\nBcc: y@z.com"),
      { members: {}, lines: rejected("email", "email", 2) },
    ],
    [
      "D11",
      "what a spreadsheet would run is kept as it is",
      values("=cmd|'/C calc'!A0", "+1+1", "@SUM(1)", "＝1", "a\n=1"),
      { members: kept("=cmd|'/C calc'!A0", "+1+1", "@SUM(1)", "＝1", "a\n=1") },
      one("text"),
    ],
    [
      "D11",
      "spaces around it go as around any value, and so does the mark that an export puts in front",
      values(" =1", "'=1", "''=1", "'90s"),
      { members: kept("=1", "=1", "'=1", "'90s"), lines: [] },
      one("text"),
    ],
    [
      "D12",
      "what a browser or a template would run is kept as it is",
      values("<script>", "{{7*7}}", TEMPLATE),
      { members: kept("<script>", "{{7*7}}", TEMPLATE) },
      one("text"),
    ],
    [
      "D14",
      "errors of a spreadsheet are empty, words stay",
      values("NULL", "N/A", "-", "#N/A", "#REF!"),
      { members: kept("NULL", "N/A", "-", null, null), lines: warned("error_value", 5, 6) },
      one("text"),
    ],
    [
      "D15",
      "surnames that look like something else",
      values("Null", "True", "Test"),
      { members: kept("Null", "True", "Test") },
      one("text"),
    ],
    [
      "D16",
      "an address of 20,000 characters",
      emails(`${"a".repeat(20_000)}@x.com`),
      { members: {}, lines: rejected("email", "email", 2) },
    ],
    [
      "D17",
      "a phone that a spreadsheet shortened",
      values("5.6912E+10", "5,6912E+10"),
      { members: kept(null, null), lines: warned("phone_scientific", 2, 3) },
      one("phone", { country: "CL" }),
    ],
    [
      "D18",
      "a phone that became a decimal",
      values("56912345678.0"),
      { members: kept("+56912345678") },
      one("phone", { country: "CL" }),
    ],
    [
      "D19",
      "a phone that lost its zero, and marks of text around one",
      values("0912345678", "'+56912345678", "=+56912345678"),
      { members: kept(null, "+56912345678", "+56912345678"), lines: warned("phone", 2) },
      one("phone", { country: "CL" }),
    ],
    [
      "D19",
      "a phone without a country",
      values("912345678"),
      { members: kept(null), lines: warned("phone_country", 2) },
      one("phone"),
    ],
    [
      "D20",
      "two phones, words, zeros, 300 digits, digits of other scripts",
      values(
        "912345678 / 987654321",
        "no tiene",
        "000000000",
        "9".repeat(300),
        "+٥٦٩١٢٣٤٥٦٧٨",
        "＋５６９１２３４５６７８",
      ),
      {
        members: kept(null, null, null, null, "+56912345678", "+56912345678"),
        lines: [...warned("phone_several", 2), ...warned("phone_none", 3, 4), ...warned("phone", 5)],
      },
      one("phone", { country: "CL" }),
    ],
    [
      "D21",
      "a date is read as the column or a person says",
      values("03/04/2025", "31/12/2025"),
      { members: kept("2025-04-03", "2025-12-31") },
      one("date"),
    ],
    [
      "D21",
      "the same date, month first",
      values("03/04/2025", "12/31/2025"),
      { members: kept("2025-03-04", "2025-12-31") },
      one("date"),
    ],
    [
      "D21",
      "days that no calendar has",
      values("31/02/2025", "0000-00-00"),
      { members: {}, lines: rejected("date_impossible", "v", 2, 3) },
      one("date"),
    ],
    ["D22", "a decimal comma", values("1.234,56"), { members: kept("1234.56") }, one("number")],
    ["D22", "a decimal point", values("1,234.56"), { members: kept("1234.56") }, one("number")],
    [
      "D23",
      "yes and no, and what is neither is never yes",
      values("sí", "no", "TRUE", "1", "x", "", "quizás"),
      { members: kept("true", "false", "true", "true", "true", null), lines: rejected("yesno", "v", 8) },
      one("yesno"),
    ],
  ])("%s: %s", async (_id, _what, file, expected, wish) => {
    expect(await outcomeOf(file, { fields: [{ name: "Name" }], ...wish })).toMatchObject(expected);
  });

  test("D9: 254 characters in all, and no more", async () => {
    const written = [long(64, 254), long(64, 255)];
    expect(written.map(({ length }) => length)).toEqual([254, 255]);
    expect(await outcomeOf(emails(...written))).toMatchObject({ lines: rejected("email", "email", 3) });
  });

  test("D13: a search for signs of SQL finds what is written so, and nothing else", async () => {
    const profile = await makeProfile([{ name: "V" }]);
    const signs = ["'; drop table contacts;--", "100%", "a_b", "back\\slash"];
    await importFile(profile, values(...signs));
    for (const search of ["'; drop", "%", "_", "\\", "%\\"]) {
      const found = await listMembers(editor, profile, { search, limit: 10 });
      expect(found.items.length).toBe(signs.filter((sign) => sign.includes(search)).length);
    }
  });

  test("D24: who unsubscribed stays so, and who was erased is blocked; both are told", async () => {
    await db.insert(contacts).values({ key: "gone1@example.com", status: 1 });
    await db.insert(erased).values({ hash: await erasedHash("gone2@example.com") });
    const profile = await makeProfile();
    const done = await importFile(profile, emails("gone1@example.com", "gone2@example.com"));
    expect(await membersOf(profile)).toEqual({ "gone1@example.com": { status: "1" } });
    expect(done.review).toMatchObject({ unsubscribed: 1, rejected: [{ reason: "erased", count: 1 }] });
    await db.delete(contacts).where(eq(contacts.key, "gone1@example.com"));
  });
});
