import { type SQL, sql } from "drizzle-orm";
import { fieldName, memberTableName } from "#db/member-table.ts";
import type { Field } from "#lib/fields/field.ts";
import { type CountChange, changeCounts } from "#lib/profiles/counts.ts";
import { loadProfile } from "#lib/profiles/queries.ts";
import { editableProfile } from "../editable-profile.ts";
import { ownerOf } from "../rule-context.ts";
import type { BulkDeed } from "./bulk-action.ts";
import { copiedFields } from "./copied-fields.ts";
import { inChunks } from "./in-chunks.ts";
import type { Outcome, Run } from "./run-bulk-action.ts";
import type { Selection } from "./selection.ts";
import { arriving, plus, type StatusRows } from "./tally.ts";

/**
 * Adds many to a profile, each with the status that it has and with the values of fields that are called and typed the
 * same. Whoever is in it already stays as it is.
 */
export async function addToProfile(
  run: Run<Extract<BulkDeed, { kind: "add-to-profile" }>>,
  { profileId }: Selection,
): Promise<Outcome> {
  const { tx, action, deed, chosen } = run;
  const target = await editableProfile(tx, deed.profileId);
  const source = profileId === null ? null : await loadProfile(tx, profileId);
  const copied = copiedFields(source, target);
  const from = source ? sql`left join ${memberTableName(ownerOf(source))} m on m.key = c.key` : sql``;
  const fitting = sql`(position('@' in c.key) > 0) = ${target.keyKind === "email"}`;
  const complete = sql.join(copied.filter(({ to }) => to.required).map((pair) => sql` and ${copy(pair)} is not null`));
  const isIn = sql`exists (select from ${memberTableName(target.id)} t where t.key = c.key)`;
  let change: CountChange = {};
  const left = { in_already: 0, other_key: 0 };
  await inChunks(run, async (within) => {
    const people = sql`contacts c join chosen on chosen.key = c.key`;
    // As New Contact does: nobody's status changes until this is over.
    await tx.execute(sql`select from ${people} where ${within} order by c.key for share of c`);
    const { rows: counted } = await tx.execute<{ other_key: number; in_already: number }>(sql`
      select count(*) filter (where not ${fitting})::int as other_key,
        count(*) filter (where ${fitting} and ${isIn})::int as in_already
      from ${people} where ${within}`);
    left.other_key += counted[0]?.other_key ?? 0;
    left.in_already += counted[0]?.in_already ?? 0;
    const { rows } = await tx.execute<StatusRows[number]>(sql`
      with added as (
        insert into ${memberTableName(target.id)}
          (key, status, created_at, updated_at ${sql.join(copied.map(({ to }) => sql`, ${fieldName(to.id)}`))})
        select c.key, c.status, now(), now() ${sql.join(copied.map((pair) => sql`, ${copy(pair)}`))}
        from ${people} ${from}
        where ${within} and ${fitting} and not ${isIn} ${complete}
        order by c.key
        returning key, status
      ), told as (
        insert into contact_events (key, kind, profile_id, profile_name, staff_id, api_key_id, bulk_action_id)
        select key, 'added', ${target.id}::bigint, ${target.name}::text, ${action.createdBy}::bigint,
          ${action.apiKeyId}::bigint, ${action.id}::bigint
        from added order by key
      )
      select status, count(*)::int as people from added group by status`);
    change = plus(change, arriving(rows));
  });
  await changeCounts(tx, target.id, change);
  const changed = (change.active ?? 0) + (change.unsubscribed ?? 0) + (change.bounced ?? 0);
  const rest = chosen - changed - left.in_already - left.other_key;
  return {
    changed,
    left: [
      { reason: "in_already", count: left.in_already },
      { reason: "other_key", count: left.other_key },
      { reason: "required_empty", count: rest },
    ],
  };
}

/** An option that the other field does not have would be no value of it. */
function copy({ from, to }: { from: Field; to: Field }): SQL {
  const value = sql`m.${fieldName(from.id)}`;
  if (to.type !== "choice") return value;
  return sql`case when ${value} collate "C" = any(${sql.param([...to.options])}::text[]) then ${value} end`;
}
