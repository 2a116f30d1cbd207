import { type SQL, sql } from "drizzle-orm";
import type { MemberTable } from "#db/member-table.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { compileRule } from "#lib/rules/compile.ts";
import type { Rule } from "#lib/rules/rule.ts";
import { ruleContext, virtualWhere } from "./rule-context.ts";
import { searchKey, searchMembers } from "./search.ts";
import { codeOf, type Status } from "./status.ts";

/** Which members of a profile are meant. */
export type MembersAsked = {
  /** Part of the email or mobile, or of any text. */
  search?: string;
  /** Only those who have `search` in the email or mobile; or only those who have it in nothing but other texts. */
  found?: "in the key" | "elsewhere";
  /** The whole of the email or mobile, as a key. */
  key?: string;
  status?: Status;
  /** The filters of a list; see `ruleFromFilters`. */
  rule?: Rule;
};

/**
 * The conditions on a profile's table (of a Virtual one, its source's) that hold for the members that are meant, one
 * for each thing that was asked; none when everybody of a profile is.
 */
export async function membersWhere(table: MemberTable, profile: Profile, asked: MembersAsked): Promise<SQL[]> {
  const { search, found, key, status, rule } = asked;
  return [
    ...(profile.type === "virtual" ? [await virtualWhere(profile, table)] : []),
    ...(key === undefined ? [] : [sql`${table.key} = ${key}`]),
    ...(status === undefined ? [] : [sql`${table.status} = ${codeOf(status)}::smallint`]),
    ...(search && found !== undefined ? [keyHas(table, search, found === "in the key")] : []),
    ...(search && found !== "in the key" ? [searchMembers(table, profile.fields, search)] : []),
    ...(rule === undefined ? [] : [compileRule(rule, await ruleContext(profile, rule, table))]),
  ];
}

const keyHas = (table: MemberTable, search: string, has: boolean): SQL => {
  const condition = searchKey(sql`${table.key}`, search);
  return has ? condition : sql`not ${condition}`;
};

/** `where a and b`, or nothing. */
export const whereAll = (conditions: readonly SQL[]): SQL =>
  conditions.length === 0 ? sql`` : sql`where ${sql.join([...conditions], sql` and `)}`;
