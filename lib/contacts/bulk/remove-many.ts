import { sql } from "drizzle-orm";
import { memberTableName } from "#db/member-table.ts";
import { type CountChange, changeCounts } from "#lib/profiles/counts.ts";
import { editableProfile } from "../editable-profile.ts";
import { inChunks } from "./in-chunks.ts";
import type { Outcome, Run } from "./run-bulk-action.ts";
import type { Selection } from "./selection.ts";
import { leaving, peopleIn, plus, type StatusRows } from "./tally.ts";

/** Takes many out of a profile; they stay in the repository. */
export async function removeMany(run: Run, { profileId }: Selection): Promise<Outcome> {
  const { tx, action } = run;
  const profile = await editableProfile(tx, profileId ?? 0);
  let change: CountChange = {};
  let changed = 0;
  const table = memberTableName(profile.id);
  await inChunks(run, async (within) => {
    await tx.execute(sql`
      select from ${table} m join chosen on chosen.key = m.key where ${within} order by m.key for update of m`);
    const { rows } = await tx.execute<StatusRows[number]>(sql`
      with gone as (
        delete from ${table} m using chosen
        where chosen.key = m.key and ${within} returning m.key, m.status, m.import_id
      ), told as (
        insert into contact_events (key, kind, profile_id, profile_name, staff_id, api_key_id, bulk_action_id, details)
        select key, 'removed', ${profile.id}::bigint, ${profile.name}::text, ${action.createdBy}::bigint,
          ${action.apiKeyId}::bigint, ${action.id}::bigint, jsonb_build_object('importId', import_id)
        from gone order by key
      )
      select status, count(*)::int as people from gone group by status`);
    changed += peopleIn(rows);
    change = plus(change, leaving(rows));
  });
  await changeCounts(tx, profile.id, change);
  return { changed, left: [] };
}
