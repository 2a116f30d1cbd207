import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { fieldName, memberTableName, swapBackMemberTable } from "#db/member-table.ts";
import { replacedTable, replacedTableName } from "#db/staging-table.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import type { Import } from "../import.ts";

/**
 * Puts the table back that an Overwrite replaced. Values that somebody edited since, and members who were added since or
 * who came with the import and were edited, are carried over; statuses follow the repository.
 */
export async function restoreReplaced(tx: Tx, done: Import, profile: Profile): Promise<void> {
  const replaced = replacedTable(done.id);
  await carryOverEdits(tx, done, profile, replaced);
  await carryOverMembers(tx, done, profile, replaced);
  await tx.execute(sql`
    update ${replaced} m set status = c.status
    from contacts c where c.key = m.key and c.status <> m.status`);
  await tx.execute(sql`
    delete from ${replaced} m where not exists (select from contacts c where c.key = m.key)`);
  await swapBackMemberTable(tx, profile.id, replacedTableName(done.id));
}

/** The history says which fields of a member were edited; the others return as they were. */
async function carryOverEdits(tx: Tx, { appliedAt }: Import, profile: Profile, replaced: SQL): Promise<void> {
  const edited = profile.fields.map(
    ({ id }) =>
      sql`, ${fieldName(id)} = case when ${id}::bigint = any(e.fields) then m.${fieldName(id)} else r.${fieldName(id)} end`,
  );
  await tx.execute(sql`
    update ${replaced} r set updated_at = m.updated_at ${sql.join(edited)}
    from ${memberTableName(profile.id)} m
    join (
      select event.key, array_agg((change ->> 'fieldId')::bigint) as fields
      from contact_events event, jsonb_array_elements(event.details -> 'changes') change
      where event.kind = 'edited' and event.profile_id = ${profile.id} and event.at > ${appliedAt}::timestamptz
      group by event.key
    ) e on e.key = m.key
    where r.key = m.key and m.updated_at > ${appliedAt}::timestamptz`);
}

/** An edit stamps a time of its own; the import stamped one for all. */
async function carryOverMembers(tx: Tx, { appliedAt }: Import, profile: Profile, replaced: SQL): Promise<void> {
  const columns = profile.fields.map(({ id }) => sql`, ${fieldName(id)}`);
  const list = sql`key, created_at, updated_at, import_id, status ${sql.join(columns)}`;
  await tx.execute(sql`
    insert into ${replaced} (${list})
    select ${list} from ${memberTableName(profile.id)} where updated_at > ${appliedAt}::timestamptz
    on conflict (key) do nothing`);
}
