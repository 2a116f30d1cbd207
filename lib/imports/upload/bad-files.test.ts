import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { contacts, importLines, imports } from "#db/schema.ts";
import { runCheck } from "../check/run-check.ts";
import { failImport } from "../fail-import.ts";
import { countsOf, editor, importFile, makeProfile, membersOf, upload } from "../import-for-tests.ts";
import { loadImport } from "../queries.ts";
import { BrokenUpload } from "./broken-upload.ts";
import { receiveUpload } from "./receive-upload.ts";

process.env.MAX_UPLOAD_BYTES = String(8 * 1024 * 1024);
const profile = await makeProfile([{ name: "Name" }]);

/** The sentence of the log row, which must be the one that the sender heard; nothing else may have changed. */
async function refused(file: string | Buffer): Promise<string> {
  const heard = await upload(profile, file).then(
    () => null,
    (error: Error) => error.message,
  );
  const log = await lastImport();
  expect(log).toMatchObject({ state: "failed", read: 0, new: 0 });
  if (heard !== null) expect(log.errorMessage).toBe(heard);
  await expectNothingChanged(log.id);
  return `${log.errorCode}: ${log.errorMessage}`;
}

async function lastImport() {
  const { rows } = await db.execute<{ id: string }>(sql`select max(id) as id from imports`);
  return loadImport(db, Number(rows[0]?.id));
}

async function expectNothingChanged(importId: number) {
  expect(await db.$count(contacts)).toBe(0);
  expect(await membersOf(profile)).toEqual({});
  const { rows } = await db.execute(
    sql`select from information_schema.tables where table_schema in ('staging', 'journal') and table_name like ${`import\\_${importId}%`}`,
  );
  expect(rows).toEqual([]);
}

test.each([
  ["an empty file", "", "empty"],
  ["nothing but a byte order mark", "\uFEFF", "empty"],
  ["nothing but a line end", "\n", "empty"],
  ["no column for the key", "name,city\nAna,Lima\n", "no_known_header"],
  ["data in the place of the header", "ana@example.com,Ana\nluis@example.com,Luis\n", "no_known_header"],
  ["a header that names a column twice", "email,name,name\na@example.com,b,c\n", "duplicate_header"],
  ["a workbook that is none", "PK\x03\x04 and no zip", "not_xlsx"],
  ["a web page", "<!doctype html><html><table></table></html>", "not_csv"],
  ["a compressed file", Buffer.from([0x1f, 0x8b, 0x08, 0, 0, 0, 0, 0]), "not_csv"],
  ["UTF-16 without its mark", Buffer.from("email,name\na@example.com,Ana\n", "utf16le"), "encoding"],
])("%s is refused in words, with a log row, and changes nothing", async (_what, file, code) => {
  const said = await refused(file);
  expect(said).toMatch(new RegExp(`^${code}: [A-Z“].{20,}`, "s"));
});

test("an unclosed quote fails the check with the line on which it opened", async () => {
  const { id } = await upload(
    profile,
    `email,name\na@example.com,Ana\nb@example.com,"Luis\n${"c@example.com,C\n".repeat(100_000)}`,
  );
  await runCheck(id, () => {}).catch((error) => failImport(id, error));
  const log = await loadImport(db, id);
  expect(log).toMatchObject({ state: "failed", read: 0 });
  expect(log.errorMessage).toContain("line 3");
  await expectNothingChanged(id);
});

test("a file that ends early is Interrupted, by its length or by a broken connection", async () => {
  const request = {
    profileId: profile.id,
    action: "append" as const,
    origin: "api" as const,
    reference: "",
    fileName: "",
    options: {},
  };
  const whole = Buffer.from("email,name\na@example.com,Ana\n");
  async function* short() {
    yield whole.subarray(0, 20);
  }
  async function* broken() {
    yield whole.subarray(0, 20);
    throw new BrokenUpload("gone");
  }
  for (const [bytes, declared] of [
    [short(), whole.length],
    [broken(), null],
  ] as const) {
    await expect(receiveUpload(editor, request, bytes, declared)).rejects.toMatchObject({ code: "upload_interrupted" });
    const log = await lastImport();
    expect(log.state).toBe("interrupted");
    expect(log.errorMessage).toMatch(/Nothing was changed. Upload the file again.$/);
    await expectNothingChanged(log.id);
  }
});

test("a header alone is an import of no rows", async () => {
  expect(countsOf(await importFile(profile, "email,name\n"))).toMatchObject({ read: 0, new: 0 });
});

test("rows with too many or too few cells, or with control characters, are rejected with their line; the others go in", async () => {
  const other = await makeProfile([{ name: "Name" }]);
  const done = await importFile(
    other,
    "email,name\na@example.com\nb@example.com,B,b\nc@example.com,C,,\nd@example.com,D\u0000\ne@example.com,E\n",
  );
  expect(countsOf(done)).toMatchObject({ read: 5, new: 2, rejected: 3 });
  expect(Object.keys(await membersOf(other))).toEqual(["c@example.com", "e@example.com"]);
  const lines = await db.select().from(importLines).where(eq(importLines.importId, done.id)).orderBy(importLines.line);
  expect(lines.map(({ line, reason, cells }) => [line, reason, cells?.[0]])).toEqual([
    [2, "column_count", "a@example.com"],
    [3, "column_count", "b@example.com"],
    [5, "control_char", "d@example.com"],
  ]);
});

test("Windows-1252 is found and read as such", async () => {
  const other = await makeProfile([{ name: "Name" }]);
  await importFile(other, Buffer.from("email,name\njose@example.com,José Ñuñez\n", "latin1"));
  expect(await membersOf(other)).toEqual({ "jose@example.com": { status: "0", Name: "José Ñuñez" } });
});

test("a file over the limit is refused", async () => {
  const request = {
    profileId: profile.id,
    action: "append" as const,
    origin: "api" as const,
    reference: "",
    fileName: "",
    options: {},
  };
  async function* endless() {
    const piece = Buffer.alloc(1024 * 1024, "x");
    for (;;) yield piece;
  }
  await expect(receiveUpload(editor, request, endless(), null)).rejects.toMatchObject({
    code: "file_too_large",
    kind: "too_large",
  });
  expect(await db.select({ state: imports.state }).from(imports).orderBy(sql`id desc`).limit(1)).toEqual([
    { state: "failed" },
  ]);
});

test("a file of just the limit is taken, and none of one byte more", async () => {
  const ofSize = (bytes: number) =>
    Buffer.concat([Buffer.from("email,name\n"), Buffer.alloc(bytes - 11, "a@b.cd,x\n")]);
  const limit = 8 * 1024 * 1024;
  expect(await upload(profile, ofSize(limit))).toMatchObject({ state: "checking", bytes: limit });
  await expect(upload(profile, ofSize(limit + 1))).rejects.toMatchObject({ code: "file_too_large" });
});
