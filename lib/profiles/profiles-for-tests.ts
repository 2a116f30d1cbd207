import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { fieldName, memberTableName } from "#db/member-table.ts";
import type { FieldType } from "#lib/fields/field.ts";
import type { Person } from "#lib/staff/permissions.ts";
import { changeCounts, changeRepositoryCounts } from "./counts.ts";
import { createProfile } from "./create-profile.ts";
import type { ProfileInput } from "./input.ts";
import type { Profile } from "./profile.ts";
import { loadProfile } from "./queries.ts";

/* Small factories for the tests of this folder. */

export const editor: Person = {
  kind: "key",
  id: 1,
  staffId: null,
  apiKeyId: null,
  name: "tests",
  role: "editor",
  mayExport: true,
};

export const anyName = (): string => `Profile ${randomBytes(6).toString("hex")}`;

type FieldWish = { name: string; type?: FieldType; required?: boolean; options?: string[] };

export function makeProfile(fields: FieldWish[] = [], more: Partial<ProfileInput> = {}): Promise<Profile> {
  const all = fields.map((field) => ({ type: "text" as const, required: false, options: [], ...field }));
  return createProfile(editor, { name: anyName(), type: "regular", description: "", fields: all, ...more });
}

/** By field name, as Postgres takes them. */
export type MemberWish = { key: string; status?: 0 | 1 | 2; values?: Record<string, string | null> };

/** Puts people into the repository and the profile, with all counts; answers the profile as it is then. */
export async function addMembers({ id, fields }: Profile, members: MemberWish[]): Promise<Profile> {
  await db.transaction(async (tx) => {
    for (const { key, status = 0, values = {} } of members) {
      const people = await tx.execute(
        sql`insert into contacts (key, status) values (${key}, ${status}) on conflict do nothing`,
      );
      const named = fields.filter(({ name }) => name in values);
      await tx.execute(sql`
        insert into ${memberTableName(id)} (key, status, created_at, updated_at ${sql.join(named.map((field) => sql`, ${fieldName(field.id)}`))})
        select key, status, now(), now() ${sql.join(named.map((field) => sql`, ${values[field.name]}`))} from contacts where key = ${key}`);
      const word = (["active", "unsubscribed", "bounced"] as const)[status];
      if (people.rowCount) await changeRepositoryCounts(tx, { [word]: 1 });
      const { rows } = await tx.execute<{ status: 0 | 1 | 2 }>(sql`select status from contacts where key = ${key}`);
      await changeCounts(tx, id, { [(["active", "unsubscribed", "bounced"] as const)[rows[0]?.status ?? 0]]: 1 });
    }
  });
  return loadProfile(db, id);
}

/** The members' values by key and field name, as Postgres writes them. */
export async function valuesByKey({ id }: Profile): Promise<Record<string, Record<string, string | null>>> {
  const { fields } = await loadProfile(db, id);
  const columns = fields.map((field) => sql`, ${fieldName(field.id)}::text as ${sql.identifier(field.name)}`);
  const { rows } = await db.execute<{ key: string } & Record<string, string | null>>(
    sql`select key ${sql.join(columns)} from ${memberTableName(id)} order by key`,
  );
  return Object.fromEntries(rows.map(({ key, ...rest }) => [key, rest]));
}

/** Makes a virtual profile over another, as its own pages would. */
export async function makeVirtual(source: Profile, rules: object): Promise<Profile> {
  const { rows } = await db.execute<{ id: string }>(sql`
    insert into profiles (key, name, type, source_id, rules)
    values (${anyName()}, ${anyName()}, 'virtual', ${source.id}, ${JSON.stringify(rules)}::jsonb) returning id`);
  return loadProfile(db, Number(rows[0]?.id));
}
