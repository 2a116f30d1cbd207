import { sql } from "drizzle-orm";
import { memberTableName } from "#db/member-table.ts";
import { type CountChange, changeCounts, changeRepositoryCounts } from "#lib/profiles/counts.ts";
import { codeOf, STATUSES } from "../status.ts";
import type { BulkDeed } from "./bulk-action.ts";
import { inChunks } from "./in-chunks.ts";
import type { Outcome, Run } from "./run-bulk-action.ts";
import { leaving, peopleIn, plus, type StatusRows } from "./tally.ts";

/** As `changeStatus`, for many: a person's decision, with its reason in the history of each. */
export async function statusOfMany(run: Run<Extract<BulkDeed, { kind: "status" }>>): Promise<Outcome> {
  const { tx, action, deed, chosen } = run;
  const to = codeOf(deed.status);
  const { rows: profiles } = await tx.execute<{ id: string }>(
    sql`select id from profiles where type <> 'virtual' order by id`,
  );
  const ofProfile = new Map<number, CountChange>();
  let ofRepository: CountChange = {};
  let changed = 0;
  await tx.execute(sql`
    create temp table changed (key text collate "C" primary key, status smallint not null) on commit drop`);
  await inChunks(run, async (within) => {
    await tx.execute(sql`truncate changed`);
    await tx.execute(sql`
      with held as (
        select c.key, c.status from contacts c join chosen on chosen.key = c.key
        where ${within} and c.status <> ${to}::smallint order by c.key for update of c
      ), now_different as (
        update contacts c set status = ${to}::smallint, status_changed_at = now()
        from held where held.key = c.key returning c.key, held.status
      )
      insert into changed select key, status from now_different`);
    await tx.execute(sql`analyze changed`);
    const { rows } = await tx.execute<StatusRows[number]>(
      sql`select status, count(*)::int as people from changed group by status`,
    );
    changed += peopleIn(rows);
    ofRepository = plus(ofRepository, leaving(rows, deed.status));
    for (const { id } of profiles) {
      const members = await tx.execute<StatusRows[number]>(sql`
        with now_different as (
          update ${memberTableName(Number(id))} m set status = ${to}::smallint
          from changed where changed.key = m.key returning changed.status
        )
        select status, count(*)::int as people from now_different group by status`);
      const before = ofProfile.get(Number(id)) ?? {};
      if (members.rows.length > 0) ofProfile.set(Number(id), plus(before, leaving(members.rows, deed.status)));
    }
    await tx.execute(sql`
      insert into contact_events (key, kind, staff_id, api_key_id, bulk_action_id, details)
      select key, 'status', ${action.createdBy}::bigint, ${action.apiKeyId}::bigint, ${action.id}::bigint,
        jsonb_build_object('from', (${sql.param([...STATUSES])}::text[])[status + 1],
          'to', ${deed.status}::text, 'reason', ${deed.reason}::text)
      from changed order by key`);
  });
  for (const [id, change] of ofProfile) await changeCounts(tx, id, change);
  await changeRepositoryCounts(tx, ofRepository);
  return { changed, left: [{ reason: "same_status", count: chosen - changed }] };
}
