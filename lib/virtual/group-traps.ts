import { type SQL, sql } from "drizzle-orm";
import { memberTable } from "#db/member-table.ts";
import { ruleContext } from "#lib/contacts/rule-context.ts";
import { detailOf } from "#lib/problem.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { compileRule } from "#lib/rules/compile.ts";
import { groupOf, type Rule } from "#lib/rules/rule.ts";
import type { RuleTrap } from "#lib/rules/traps.ts";
import { joinPath } from "#lib/rules/walk-rule.ts";
import { inTime } from "./in-time.ts";

/** The groups within a rule that nobody, or everybody, of `source` matches at this moment: all looked at in one reading. */
export async function groupTraps(source: Profile, rule: Rule, signal?: AbortSignal): Promise<RuleTrap[]> {
  const groups = innerGroups(rule).slice(0, MOST);
  if (groups.length === 0 || source.counts.contacts === 0) return [];
  const context = await ruleContext(source, rule);
  const matched = groups.map(({ rule: inner }) => sql`((${compileRule(inner, context)}) is true)`);
  const { rows } = await inTime(
    (tx) =>
      tx.execute<{ found: [boolean, boolean][] }>(sql`
        select json_build_array(${sql.join(matched.map(someAndAll), sql`, `)}) as found
        from ${memberTable(source.id, source.fields)}`),
    signal,
  );
  return groups.flatMap(({ path }, at) => {
    const [some, all] = rows[0]?.found[at] ?? [true, false];
    if (!some) return [detailOf(path, "Nobody matches this group.")];
    return all ? [detailOf(path, "Everybody matches this group, so it makes no difference.")] : [];
  });
}

const MOST = 20;

const someAndAll = (matched: SQL): SQL => sql`json_build_array(bool_or(${matched}), bool_and(${matched}))`;

/** But for the outermost, and those without a rule, which say it by themselves. */
function innerGroups(rule: Rule, path = ""): { rule: Rule; path: string }[] {
  const group = groupOf(rule);
  if (group === null || group.rules.length === 0) return [];
  const inner = group.rules.flatMap((each, at) => innerGroups(each, joinPath(path, group.kind, String(at))));
  return path === "" ? inner : [{ rule, path }, ...inner];
}
