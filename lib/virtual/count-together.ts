import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { memberTable } from "#db/member-table.ts";
import { ownerOf, ruleContext } from "#lib/contacts/rule-context.ts";
import { brokenRules } from "#lib/contacts/rule-faults.ts";
import { Problem } from "#lib/problem.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { compileRule } from "#lib/rules/compile.ts";
import { parseRule } from "#lib/rules/parse-rule.ts";
import { mentionsOf } from "#lib/rules/walk-rule.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { inTime } from "./in-time.ts";
import { keptRule } from "./kept-rule.ts";
import { type LiveCounts, liveCounts } from "./live-counts.ts";

/*
 * Nearly all of what a count takes is to read the table: Virtual profiles over one source are counted on one way through
 * it. Three over five million people take 0.8 s so, and 2.0 s one after the other.
 */

/** Few enough that rules of a usual length are in time. */
const MOST_TOGETHER = 8;

/** Those that are counted together, in the order of the first of each pack. */
export function inPacks(profiles: readonly Profile[]): Profile[][] {
  const packs: Profile[][] = [];
  const open = new Map<number, Profile[]>();
  for (const profile of profiles) {
    const source = standsAlone(profile) ? null : profile.sourceId;
    const begun = source === null ? undefined : open.get(source);
    if (begun && begun.length < MOST_TOGETHER) {
      begun.push(profile);
    } else {
      const pack = [profile];
      packs.push(pack);
      if (source !== null) open.set(source, pack);
    }
  }
  return packs;
}

/** Who is in another profile is found by joining the two, which cannot be done on the way through one table. */
function standsAlone(profile: Profile): boolean {
  const rule = profile.type === "virtual" ? keptRule(profile) : null;
  return rule === null || mentionsOf(rule).profiles.size > 0;
}

/** The same as `liveCounts` of each, for a pack; where all of them together take too long, each is counted for itself. */
export async function countTogether(person: Person, pack: readonly Profile[]): Promise<LiveCounts[]> {
  authorize(person, "profiles.view");
  const faults = await Promise.all(pack.map((profile) => brokenRules(profile)));
  const whole = pack.filter((_, at) => faults[at]?.length === 0);
  const counted = whole.length > 1 ? await onOneWay(whole) : new Map<number, LiveCounts>();
  return Promise.all(pack.map((profile) => counted.get(profile.id) ?? liveCounts(person, profile)));
}

/** By id; none where it takes too long. */
async function onOneWay(pack: readonly Profile[]): Promise<Map<number, LiveCounts>> {
  const at = new Date();
  const rows = await inTime(await passOver(pack)).catch((error: unknown) => {
    if (error instanceof Problem && error.code === "rule_too_slow") return null;
    throw error;
  });
  const countsAt = (place: number) => {
    const [active, unsubscribed, bounced] = [0, 1, 2].map(
      (status) => rows?.find((row) => row.status === status)?.counts[place] ?? 0,
    ) as [number, number, number];
    return { contacts: active + unsubscribed + bounced, active, unsubscribed, bounced };
  };
  return new Map(rows ? pack.map(({ id }, place) => [id, { state: "counted", counts: countsAt(place), at }]) : []);
}

type OfStatus = { status: number; counts: number[] };

async function passOver(pack: readonly Profile[]): Promise<(tx: Tx) => Promise<OfStatus[]>> {
  const [first] = pack as [Profile];
  const table = memberTable(ownerOf(first), first.fields);
  const matching = await Promise.all(
    pack.map(async (profile) => {
      const rule = parseRule(profile.rules);
      return sql`count(*) filter (where ${compileRule(rule, await ruleContext(profile, rule))})`;
    }),
  );
  const counts = sql`array[${sql.join(matching, sql`, `)}]::float8[]`;
  return async (tx) =>
    (await tx.execute<OfStatus>(sql`select status, ${counts} as counts from ${table} group by status`)).rows;
}
