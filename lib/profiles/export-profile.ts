import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { copyOut } from "#db/copy-out.ts";
import { fieldColumn, type MemberTable, memberTable } from "#db/member-table.ts";
import { openReader } from "#db/read-only.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { type MembersAsked, membersWhere, whereAll } from "#lib/contacts/members-where.ts";
import { ownerOf } from "#lib/contacts/rule-context.ts";
import { codeOf, STATUSES } from "#lib/contacts/status.ts";
import { csvRecord } from "#lib/export/formula-safe.ts";
import { formulaSafe } from "#lib/export/formula-safe-sql.ts";
import type { Field } from "#lib/fields/field.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import type { Profile } from "./profile.ts";

/**
 * As a list asks for them; or `chosen`, a condition on the profile's table that holds a Virtual one's own rules too: see
 * `selectedMembers`.
 */
export type ExportFilter = MembersAsked | { chosen: SQL };

/**
 * The members of a profile, also of a Virtual one, as CSV in UTF-8, by key, in one snapshot: Email or Mobile, the fields
 * in their order, Status.
 *
 * The file imports again into the same profile, and changes nothing: each column but Status has the name of what it
 * goes to, and no field can have that name, so an import leaves it out and says so.
 * The reader may be slow, or stop early: then the database stops too.
 */
export async function* exportProfile(
  person: Person,
  profile: Profile,
  filter: ExportFilter = {},
): AsyncGenerator<Uint8Array> {
  authorize(person, "contacts.view");
  authorize(person, "export");
  await recordAudit(db, person, "exported", { what: "profile", profileId: profile.id });
  const { header, rows } = await membersAsCsv(profile, filter);
  yield header;
  const client = await openReader();
  try {
    yield* copyOut(client, rows);
  } finally {
    await client.end();
  }
}

/** The first line of a file, and the query whose rows are the others. */
export type AsCsv = { header: Uint8Array; rows: SQL };

export async function membersAsCsv(profile: Profile, filter: ExportFilter): Promise<AsCsv> {
  const names = profile.fields.map((field) => field.name);
  return {
    header: csvHeader([profile.keyKind === "email" ? "Email" : "Mobile", ...names, "Status"]),
    rows: await rowsOf(profile, filter),
  };
}

/** With the mark by which Excel knows UTF-8. COPY ends its lines with a line feed alone. */
export const csvHeader = (names: readonly string[]): Uint8Array =>
  Buffer.from(`\uFEFF${csvRecord(names).replace(/\r\n$/, "\n")}`);

async function rowsOf(profile: Profile, filter: ExportFilter): Promise<SQL> {
  const table = memberTable(ownerOf(profile), profile.fields);
  const conditions = "chosen" in filter ? [filter.chosen] : await membersWhere(table, profile, filter);
  const key = profile.keyKind === "email" ? formulaSafe(sql`${table.key}`) : sql`'''' || ${table.key}`;
  const columns = [key, ...profile.fields.map((field) => cellOf(table, field)), statusWord(table.status)];
  return sql`select ${sql.join(columns, sql`, `)} from ${table} ${whereAll(conditions)} order by ${table.key}`;
}

/** As the field's parser reads it again. A phone begins with + and a negative number with -, so both are marked. */
function cellOf(table: MemberTable, field: Field): SQL {
  const column = fieldColumn(table, field.id);
  switch (field.type) {
    case "text":
    case "choice":
    case "url":
      return formulaSafe(sql`(${column} collate "C")`);
    case "phone":
      return sql`'''' || ${column}`;
    case "number":
      return sql`case when ${column} < 0 then '''' || ${column}::text else ${column}::text end`;
    case "datetime":
      return sql`replace(replace(${column}::text, ' ', 'T'), '+00', 'Z')`;
    case "yesno":
      return sql`case when ${column} then 'yes' when not ${column} then 'no' end`;
    case "date":
      return sql`${column}`;
    default:
      return field.type satisfies never;
  }
}

export const statusWord = (column: SQLWrapper): SQL =>
  sql`case ${column} ${sql.join(STATUSES.map((status) => sql`when ${codeOf(status)} then ${status} `))} end`;
