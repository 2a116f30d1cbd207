import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { columnType, fieldName, memberTableAs, memberTableName } from "#db/member-table.ts";
import { stagingTable } from "#db/staging-table.ts";
import { ruleContext } from "#lib/contacts/rule-context.ts";
import { brokenRules } from "#lib/contacts/rule-faults.ts";
import type { Field } from "#lib/fields/field.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { virtualProfilesOf } from "#lib/profiles/queries.ts";
import { compileRule } from "#lib/rules/compile.ts";
import { parseRule } from "#lib/rules/parse-rule.ts";
import type { Rule } from "#lib/rules/rule.ts";
import type { Import, VirtualChange } from "../import.ts";
import { newValue } from "../new-value.ts";
import { inPlaceOfMemberships } from "./own-memberships.ts";

/**
 * Which Virtual profiles over this one gain and lose how many members by the import: those that do, by name. Rules are
 * asked twice, of the members as they are and of the rows as they will be, in one pass over the staged rows for all.
 */
export async function virtualChanges(
  tx: Tx,
  started: Import,
  profile: Profile,
  fields: readonly Field[],
): Promise<VirtualChange[]> {
  const asked = await askedOf(tx, profile);
  const found: VirtualChange[] = [];
  for (let at = 0; at < asked.length; at += AT_ONCE) {
    found.push(...(await changesOf(tx, started, profile, fields, asked.slice(at, at + AT_ONCE))));
  }
  return found.filter(({ gains, loses }) => gains > 0 || loses > 0);
}

/** A statement has room for so many rules at least: each may bring 100 conditions, each of four parameters, three times. */
const AT_ONCE = 40;

type Asked = { id: number; name: string; before: SQL; after: SQL };

/** Those whose rules fit: the others mean nobody, before and after. */
async function askedOf(tx: Tx, profile: Profile): Promise<Asked[]> {
  const asked: Asked[] = [];
  const virtuals = await virtualProfilesOf(tx, profile.id);
  const kept = new Map<string, Rule>();
  for (const each of virtuals) {
    if ((await brokenRules(each, tx)).length === 0) kept.set(each.key, parseRule(each.rules));
  }
  for (const { id, name, key } of virtuals) {
    const rule = kept.get(key);
    if (!rule) continue;
    const context = await ruleContext(profile, rule);
    const ofTable = (asRule: Rule, name: string) =>
      sql`((${compileRule(asRule, { ...context, table: memberTableAs(profile.id, profile.fields, name) })}) is true)`;
    const before = sql`(m.key is not null and ${ofTable(rule, "m")})`;
    // Who is in the profile itself, or in what is built on it, changes with the rows: those conditions are asked of them.
    const after = ofTable(inPlaceOfMemberships(rule, profile.key, kept), AFTER);
    asked.push({ id, name, before, after });
  }
  return asked;
}

/** What the rows as they will be are called. */
const AFTER = "after_import";

async function changesOf(
  tx: Tx,
  started: Import,
  profile: Profile,
  fields: readonly Field[],
  asked: readonly Asked[],
): Promise<VirtualChange[]> {
  const was = (at: number) => sql.identifier(`was_in_${at}`);
  const counts = asked.flatMap(({ after }, at) => [
    sql`count(*) filter (where ${after} and not ${was(at)})::int`,
    sql`count(*) filter (where ${was(at)} and not ${after})::int`,
  ]);
  const before = asked.map((each, at) => sql`, ${each.before} as ${was(at)}`);
  const { rows } = await tx.execute<{ counts: number[] }>(sql`
    select array[${sql.join(counts, sql`, `)}] as counts
    from (${rowsAfter(started, profile, fields, sql.join(before))}) ${sql.identifier(AFTER)}`);
  const leaving = started.action === "overwrite" ? await leavingOf(tx, started, profile, asked) : [];
  return asked.map(({ id, name }, at) => ({
    id,
    name,
    gains: rows[0]?.counts[at * 2] ?? 0,
    loses: (rows[0]?.counts[at * 2 + 1] ?? 0) + (leaving[at] ?? 0),
  }));
}

/** Every row that is in the profile afterwards and is not as it was. An Unsubscribe adds nobody to it. */
function rowsAfter(started: Import, profile: Profile, fields: readonly Field[], more: SQL): SQL {
  const { id, action } = started;
  const brought = new Set(fields.map((field) => field.id));
  const values = profile.fields.map((field) => {
    const value = brought.has(field.id) ? broughtValue(started, field) : otherValue(started, field);
    return sql`, ${value} as ${fieldName(field.id)}`;
  });
  const unsubscribes = action === "unsubscribe";
  return sql`
    select s.key, ${unsubscribes ? sql`1::smallint` : sql`s.status`} as status,
      case when m.key is null then ${id}::bigint else m.import_id end as import_id,
      coalesce(m.created_at, now()) as created_at, now() as updated_at ${sql.join(values)} ${more}
    from ${stagingTable(id)} s left join ${memberTableName(profile.id)} m on m.key = s.key
    where s.outcome in ('new', 'updated') ${unsubscribes ? sql`and m.key is not null` : sql``}`;
}

function broughtValue(started: Import, field: Field): SQL {
  if (started.action === "unsubscribe") return sql`m.${fieldName(field.id)}`;
  return started.action === "append-or-update" ? newValue(field, started) : sql`s.${fieldName(field.id)}`;
}

/** Of a field that the file does not bring: an Overwrite empties it. */
const otherValue = ({ action }: Import, { id, type }: Field): SQL =>
  action === "overwrite" ? sql`null::${columnType(type)}` : sql`m.${fieldName(id)}`;

/** How many of each are not in the file, and so leave. */
async function leavingOf(tx: Tx, { id }: Import, profile: Profile, asked: readonly Asked[]): Promise<number[]> {
  const counts = asked.map(({ before }) => sql`count(*) filter (where ${before})::int`);
  const { rows } = await tx.execute<{ counts: number[] }>(sql`
    select array[${sql.join(counts, sql`, `)}] as counts from ${memberTableName(profile.id)} m
    where not exists (select from ${stagingTable(id)} s where s.key = m.key)`);
  return rows[0]?.counts ?? [];
}
