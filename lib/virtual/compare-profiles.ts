import { type SQL, sql } from "drizzle-orm";
import { memberTable } from "#db/member-table.ts";
import { membersWhere, whereAll } from "#lib/contacts/members-where.ts";
import { ownerOf } from "#lib/contacts/rule-context.ts";
import { assertRulesFit } from "#lib/contacts/rule-faults.ts";
import { Problem } from "#lib/problem.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { words } from "#lib/text/words.ts";
import { inTime } from "./in-time.ts";

/** How many are in the one, in the other, and in both. */
export type Comparison = { onlyA: number; both: number; onlyB: number };

/**
 * Two profiles of any type side by side, as of one moment. Throws Problem `other_key_kind`, `rules_broken`, or
 * `rule_too_slow`.
 */
export async function compareProfiles(person: Person, a: Profile, b: Profile): Promise<Comparison> {
  authorize(person, "contacts.view");
  assertSameKind(a, b);
  const [ours, theirs] = [await keysOf(a), await keysOf(b)];
  return inTime(async (tx) => {
    const { rows } = await tx.execute<Comparison>(sql`
      select (count(*) filter (where b.key is null))::int as "onlyA",
        (count(*) filter (where a.key is not null and b.key is not null))::int as both,
        (count(*) filter (where a.key is null))::int as "onlyB"
      from (${ours}) a full join (${theirs}) b on b.key = a.key`);
    return rows[0] ?? { onlyA: 0, both: 0, onlyB: 0 };
  });
}

function assertSameKind(a: Profile, b: Profile): void {
  if (a.keyKind === b.keyKind) return;
  const [email, mobile] = a.keyKind === "email" ? [a.name, b.name] : [b.name, a.name];
  const message = words(
    "“{email}” knows its contacts by email and “{mobile}” by mobile, so nobody can be in both. Choose two of one kind.",
    { email, mobile },
  );
  throw new Problem("invalid", "other_key_kind", message, [{ path: "b", message }]);
}

async function keysOf(profile: Profile): Promise<SQL> {
  await assertRulesFit(profile);
  const table = memberTable(ownerOf(profile), profile.fields);
  return sql`select ${table.key} as key from ${table} ${whereAll(await membersWhere(table, profile, {}))}`;
}
