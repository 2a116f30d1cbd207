import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { type Db, db, type Tx } from "#db/client.ts";
import { memberTable } from "#db/member-table.ts";
import { readRows } from "#db/read-only.ts";
import { contacts } from "#db/schema.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { loadProfile } from "#lib/profiles/queries.ts";
import { parseRule } from "#lib/rules/parse-rule.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { contactsWhere } from "../list-contacts.ts";
import { membersWhere, whereAll } from "../members-where.ts";
import { readMembers } from "../read-members.ts";
import { ownerOf } from "../rule-context.ts";
import { STATUSES } from "../status.ts";

/** More rows than these no page has. */
const MOST_TICKS = 1000;

/**
 * Which contacts an action is about, as `bulk_actions.selection` holds it: rows that were ticked, by the ids of their
 * contacts, or all that match. `profileId` null: of the whole repository.
 */
export const selectionShape = z.object({
  profileId: z.number().int().positive().nullable(),
  ticked: z.array(z.number().int().positive()).max(MOST_TICKS).optional(),
  search: z.string().max(200).optional(),
  status: z.enum(STATUSES).optional(),
  rule: z
    .unknown()
    .transform((json) => (json === undefined || json === null ? undefined : parseRule(json)))
    .optional(),
});
export type Selection = z.output<typeof selectionShape>;

/** How many contacts are meant at this moment. */
export async function countSelected(person: Person, selection: Selection): Promise<number> {
  authorize(person, "contacts.view");
  const query = sql`select count(*) as count from (${await selectedKeys(db, selection)}) selected`;
  const { profileId } = selection;
  const read =
    profileId === null
      ? readRows<Count>(query)
      : readMembers<Count>(await loadProfile(db, profileId), selection, query);
  return Number((await read)[0]?.count);
}

type Count = { count: string };

/** A query of one column, `key`: those who are meant. Throws Problem `profile_not_found`. */
export async function selectedKeys(from: Db | Tx, selection: Selection): Promise<SQL> {
  const { profileId, ticked } = selection;
  if (profileId === null) {
    const all = ticked === undefined ? contactsWhere(selection) : [sql`${contacts.id} = ${anyOf(ticked)}`];
    return sql`select ${contacts.key} as key from ${contacts} ${whereAll(all)}`;
  }
  const profile = await loadProfile(from, profileId);
  const table = memberTable(ownerOf(profile), profile.fields);
  return sql`select ${table.key} as key from ${table} where ${await selectedMembers(profile, selection)}`;
}

/** The same as a condition on the profile's table. */
export async function selectedMembers(profile: Profile, selection: Selection): Promise<SQL> {
  const { ticked } = selection;
  const table = memberTable(ownerOf(profile), profile.fields);
  const conditions = await membersWhere(table, profile, ticked === undefined ? selection : {});
  if (ticked !== undefined) {
    conditions.push(sql`${table.key} in (select by_id.key from contacts by_id where by_id.id = ${anyOf(ticked)})`);
  }
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

const anyOf = (ids: readonly number[]): SQL => sql`any(${sql.param([...ids])}::bigint[])`;
