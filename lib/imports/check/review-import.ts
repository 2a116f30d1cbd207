import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { memberTableName } from "#db/member-table.ts";
import { stagingTable } from "#db/staging-table.ts";
import type { Field } from "#lib/fields/field.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import type { Import, Review } from "../import.ts";
import { changesOf } from "./stage-rows.ts";
import { virtualChanges } from "./virtual-changes.ts";

export type Counts = {
  read: number;
  new: number;
  updated: number;
  unchanged: number;
  duplicate: number;
  rejected: number;
};

/** What Apply would do, counted from the staged rows. */
export async function reviewImport(
  tx: Tx,
  started: Import,
  profile: Profile,
  fields: readonly Field[],
): Promise<{ counts: Counts; review: Review }> {
  const { rows } = await tx.execute<Record<string, string>>(sql`
    select count(*) filter (where outcome = 'new') as new,
      count(*) filter (where outcome = 'updated') as updated,
      count(*) filter (where outcome = 'unchanged') as unchanged,
      count(*) filter (where new_contact) as new_contacts,
      count(*) filter (where status = 1) as unsubscribed,
      count(*) filter (where status = 2) as bounced
    from ${stagingTable(started.id)}`);
  const staged = Object.fromEntries(Object.entries(rows[0] ?? {}).map(([name, count]) => [name, Number(count)]));
  const lines = await countLines(tx, started.id);
  const members = profile.counts.contacts;
  const updated = staged.updated ?? 0;
  const unchanged = staged.unchanged ?? 0;
  const duplicate = sumOf(lines.filter((line) => line.outcome === "duplicate"));
  const rejected = lines.filter((line) => line.outcome === "rejected");
  const counts = { new: staged.new ?? 0, updated, unchanged, duplicate, rejected: sumOf(rejected) };
  return {
    counts: { ...counts, read: counts.new + updated + unchanged + duplicate + counts.rejected },
    review: {
      newContacts: staged.new_contacts ?? 0,
      unsubscribed: staged.unsubscribed ?? 0,
      bounced: staged.bounced ?? 0,
      leaving: started.action === "overwrite" ? members - updated - unchanged : 0,
      members,
      changes: updated > 0 && started.action !== "unsubscribe" ? await countChanges(tx, started, profile, fields) : [],
      rejected: rejected.map(({ reason, count }) => ({ reason, count })),
      warnings: lines.filter((line) => line.outcome === "warning").map(({ reason, count }) => ({ reason, count })),
      virtual: await virtualChanges(tx, started, profile, fields),
    },
  };
}

const sumOf = (lines: { count: number }[]): number => lines.reduce((sum, { count }) => sum + count, 0);

async function countLines(tx: Tx, importId: number): Promise<{ outcome: string; reason: string; count: number }[]> {
  const { rows } = await tx.execute<{ outcome: string; reason: string; count: number }>(sql`
    select outcome, reason, count(*)::int as count from import_lines
    where import_id = ${importId} group by outcome, reason order by count desc, reason`);
  return rows;
}

/** Of how many existing members each field would change. */
async function countChanges(
  tx: Tx,
  started: Import,
  profile: Profile,
  fields: readonly Field[],
): Promise<Review["changes"]> {
  // An Overwrite also empties what the file does not bring.
  const changing = started.action === "overwrite" ? profile.fields : fields;
  const counts = changing.map((field) => sql`count(*) filter (where ${changesOf(field, started)})::int`);
  if (counts.length === 0) return [];
  const { rows } = await tx.execute<{ counts: number[] }>(sql`
    select array[${sql.join(counts, sql`, `)}] as counts
    from ${stagingTable(started.id)} r join ${memberTableName(profile.id)} m on m.key = r.key
    where r.outcome = 'updated'`);
  return changing.map((field, at) => ({ fieldId: field.id, count: rows[0]?.counts[at] ?? 0 }));
}
