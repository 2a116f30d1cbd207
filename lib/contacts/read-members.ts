import type { SQL } from "drizzle-orm";
import { readRows } from "#db/read-only.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { LONGEST_RULE_MS, orTooSlow } from "#lib/rules/too-slow.ts";
import type { MembersAsked } from "./members-where.ts";

/**
 * The rows of a query about members of a profile, which may only read. Where a rule says who they are it may take five
 * seconds: throws Problem `rule_too_slow` when it takes longer.
 */
export async function readMembers<Row extends Record<string, unknown>>(
  profile: Profile,
  { rule }: Pick<MembersAsked, "rule">,
  query: SQL,
): Promise<Row[]> {
  if (profile.type !== "virtual" && rule === undefined) return readRows<Row>(query);
  try {
    return await readRows<Row>(query, LONGEST_RULE_MS);
  } catch (error) {
    throw orTooSlow(error);
  }
}
