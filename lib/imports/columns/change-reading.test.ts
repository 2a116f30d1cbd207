import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { applyImport } from "../apply/apply-import.ts";
import { runCheck } from "../check/run-check.ts";
import { editor, makeProfile, membersOf, upload } from "../import-for-tests.ts";
import { loadImport } from "../queries.ts";
import type { CsvFormat } from "../reading/format.ts";
import { changeReading } from "./change-reading.ts";
import { chooseColumns } from "./choose-columns.ts";

/** Checks a file of Latin letters after a person has said how it is to be read. */
async function readAs(format: Partial<CsvFormat>, file = "Email,Name,Other\nana@x.com,Núñez,\n") {
  const profile = await makeProfile([{ name: "Name" }]);
  const { id } = await upload(profile, Buffer.from(file, "latin1"), { options: { createFields: true } });
  await changeReading(editor, id, { format }, 0);
  const { mapping } = await loadImport(db, id);
  await chooseColumns(
    editor,
    id,
    (mapping ?? []).map(({ target }) => target),
    { blankErases: false },
  );
  await runCheck(id, () => {});
  await applyImport(id);
  const { options } = await loadImport(db, id);
  return { notices: options.notices?.map(({ code }) => code), members: await membersOf(profile) };
}

test("an encoding that a person chose is not asked about again; one that was found is", async () => {
  expect((await readAs({ encoding: "iso-8859-15" })).notices).toEqual(["left_out"]);
  expect((await readAs({ encoding: "windows-1252" })).notices).toEqual(["encoding", "left_out"]);
});

test("quotes that a person chose are those of the file", async () => {
  const file = "Email,Name,Other\nana@x.com,'Soto, Ana',\n";
  expect((await readAs({ quote: "'" }, file)).members).toMatchObject({ "ana@x.com": { Name: "Soto, Ana" } });
  expect((await readAs({ quote: "none" }, file.replace("'Soto, Ana'", '"Ana"'))).members).toMatchObject({
    "ana@x.com": { Name: '"Ana"' },
  });
});
