import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { createMemberTable, fieldName, memberTableName } from "#db/member-table.ts";
import { fields, profiles } from "#db/schema.ts";
import type { FieldType } from "#lib/fields/field.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { loadProfile } from "#lib/profiles/queries.ts";
import { makeKey, personOfKey } from "#lib/staff/api-keys.ts";
import type { Person } from "#lib/staff/permissions.ts";
import { applyImport } from "./apply/apply-import.ts";
import { runCheck } from "./check/run-check.ts";
import type { Import, ImportAction, ImportOptions } from "./import.ts";
import { loadImport } from "./queries.ts";
import { receiveUpload } from "./upload/receive-upload.ts";

/* Small factories for the tests of this folder: profiles, and imports driven step by step without the job runner. */

export const editor: Person = {
  kind: "key",
  id: 1,
  staffId: null,
  apiKeyId: null,
  name: "tests",
  role: "editor",
  mayExport: true,
};

/** A program with a key of its own, which the log of its imports names. */
export async function makeProgram(): Promise<Person> {
  const person = await personOfKey(await makeKey({ name: "Program", role: "editor", staffId: null }));
  if (!person) throw new Error("no person");
  return person;
}

export type FieldWish = { name: string; type?: FieldType; required?: boolean; options?: string[] };

export async function makeProfile(
  wishes: FieldWish[] = [],
  type: "regular" | "mobile_only" = "regular",
): Promise<Profile> {
  const name = `Profile ${randomBytes(6).toString("hex")}`;
  const id = await db.transaction(async (tx) => {
    const [row] = await tx
      .insert(profiles)
      .values({ key: randomBytes(8).toString("hex"), name, type })
      .returning();
    if (!row) throw new Error("no row");
    const made = [];
    for (const [
      position,
      { name: fieldNamed, type: fieldType = "text", required = false, options = [] },
    ] of wishes.entries()) {
      const values = { profileId: row.id, name: fieldNamed, type: fieldType, required, options, position };
      made.push(...(await tx.insert(fields).values(values).returning()));
    }
    await createMemberTable(tx, row.id, made);
    return row.id;
  });
  return loadProfile(db, id);
}

export type ImportWish = { action?: ImportAction; options?: ImportOptions; fileName?: string; person?: Person };

/** Uploads `file` as it is and answers the import: Checking or Columns, or Failed where `receiveUpload` threw. */
export async function upload(profile: Profile, file: string | Buffer, wish: ImportWish = {}): Promise<Import> {
  const { action = "append", options = {}, fileName = "people.csv", person = editor } = wish;
  const bytes = Buffer.from(file);
  const request = { profileId: profile.id, action, origin: "api" as const, reference: "", fileName, options };
  return loadImport(db, await receiveUpload(person, request, piecesOf(bytes), bytes.length));
}

async function* piecesOf(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += 70_000) yield bytes.subarray(at, at + 70_000);
}

/** Uploads and checks; answers the import, Ready. */
export async function check(profile: Profile, file: string | Buffer, wish: ImportWish = {}): Promise<Import> {
  const { id } = await upload(profile, file, wish);
  await runCheck(id, () => {});
  return loadImport(db, id);
}

/** Uploads, checks and applies; answers the import, Done. */
export async function importFile(profile: Profile, file: string | Buffer, wish: ImportWish = {}): Promise<Import> {
  const { id } = await check(profile, file, wish);
  await applyImport(id);
  return loadImport(db, id);
}

/** The profile's members by key: their status and their fields by name, as Postgres writes them. */
export async function membersOf({ id, fields: own }: Profile): Promise<Record<string, Record<string, string | null>>> {
  const columns = own.map((field) => sql`, ${fieldName(field.id)}::text as ${sql.identifier(field.name)}`);
  const { rows } = await db.execute<Record<string, string | null>>(
    sql`select key, status::text ${sql.join(columns)} from ${memberTableName(id)} order by key`,
  );
  return Object.fromEntries(rows.map(({ key, ...rest }) => [key, rest]));
}

export const countsOf = (done: Import) => ({
  read: done.read,
  new: done.new,
  updated: done.updated,
  unchanged: done.unchanged,
  duplicate: done.duplicate,
  rejected: done.rejected,
});
