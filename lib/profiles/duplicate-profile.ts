import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import {
  analyzeMemberTable,
  createMemberTable,
  createNextMemberTable,
  fieldColumn,
  fieldName,
  memberTable,
  swapInNextMemberTable,
} from "#db/member-table.ts";
import { fields, profiles, ruleVersions } from "#db/schema.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { membersWhere, whereAll } from "#lib/contacts/members-where.ts";
import { ownerOf } from "#lib/contacts/rule-context.ts";
import { brokenRules } from "#lib/contacts/rule-faults.ts";
import type { Field } from "#lib/fields/field.ts";
import { madeOnce, type SentForm } from "#lib/http/sent-form.ts";
import { recount } from "#lib/imports/apply/recount.ts";
import { Problem } from "#lib/problem.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { changeProfile } from "./change-profile.ts";
import { newKey } from "./create-profile.ts";
import type { Profile } from "./profile.ts";
import { loadProfile, profileById } from "./queries.ts";
import { nameTakenOr } from "./unique-names.ts";

/**
 * Makes a profile with the fields of another, and with its contacts, values and statuses when wanted. Of a virtual one:
 * without contacts, another one with its rules; with them, a Regular or Mobile Only one of those whom the rules mean at
 * this moment. A form that comes twice (`sent`) makes one copy. Throws Problem `profile_name_taken`, or `rules_broken`.
 */
export async function duplicateProfile(
  person: Person,
  id: number,
  { name, contacts }: { name: string; contacts: boolean },
  sent?: SentForm,
): Promise<Profile> {
  authorize(person, "profiles.edit");
  if (contacts) authorize(person, "contacts.edit");
  const profile = await profileById(person, id);
  try {
    // Whoever has the contacts is locked: nobody's status changes before the copy is there to be changed too.
    return await changeProfile(ownerOf(profile), async (tx) => {
      const made = await madeOnce(tx, sent, async () => {
        const from = await loadProfile(tx, id);
        const keepsRules = from.type === "virtual" && !contacts;
        const copy = await insertCopy(tx, person, from, name, keepsRules);
        if (!keepsRules) await copyFields(tx, from, copy, contacts);
        await recordAudit(tx, person, "profile-duplicated", { profileId: copy, fromId: id, contacts });
        return copy;
      });
      return loadProfile(tx, made.id);
    });
  } catch (error) {
    throw nameTakenOr(error, name);
  }
}

async function insertCopy(
  tx: Tx,
  person: Person,
  { description, keyKind, ...from }: Profile,
  name: string,
  keepsRules: boolean,
): Promise<number> {
  const of = keepsRules
    ? ({ type: "virtual", sourceId: from.sourceId, rules: from.rules } as const)
    : ({ type: keyKind === "email" ? "regular" : "mobile_only" } as const);
  const [row] = await tx
    .insert(profiles)
    .values({ key: newKey(), name, description, ...of, createdBy: person.staffId })
    .returning({ id: profiles.id });
  if (!row) throw new Error("An insert answered no row.");
  const profileId = row.id;
  if (keepsRules) await tx.insert(ruleVersions).values({ profileId, rules: from.rules, createdBy: person.staffId });
  return profileId;
}

async function copyFields(tx: Tx, from: Profile, copy: number, contacts: boolean): Promise<void> {
  const values = from.fields.map(({ id: _, ...field }) => ({
    ...field,
    options: [...field.options],
    profileId: copy,
  }));
  const made = values.length === 0 ? [] : await tx.insert(fields).values(values).returning();
  await createMemberTable(tx, copy, made);
  if (contacts) await copyMembers(tx, from, copy, made);
}

/** Filled first and indexed after. The copies are new members: no import of the copy's added them. */
async function copyMembers(tx: Tx, from: Profile, copy: number, made: readonly Field[]): Promise<void> {
  const [fault] = await brokenRules(from, tx);
  if (fault)
    throw new Problem("conflict", "rules_broken", `The rules are broken, so nobody is meant: ${fault.message}`);
  const table = memberTable(ownerOf(from), from.fields);
  const pairs = made.map((field) => ({
    to: field.id,
    from: from.fields.find(({ name }) => name === field.name)?.id ?? 0,
  }));
  const next = await createNextMemberTable(tx, copy, made);
  await tx.execute(sql`
    insert into ${next} (key, status, created_at, updated_at ${sql.join(pairs.map(({ to }) => sql`, ${fieldName(to)}`))})
    select ${table.key}, ${table.status}, now(), now()
      ${sql.join(pairs.map((pair) => sql`, ${fieldColumn(table, pair.from)}`))}
    from ${table} ${whereAll(await membersWhere(table, from, {}))} order by ${table.key}`);
  await swapInNextMemberTable(tx, copy, null);
  await analyzeMemberTable(tx, copy);
  await recount(tx, copy);
}
