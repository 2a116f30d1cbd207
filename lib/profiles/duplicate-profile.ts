import { eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import {
  analyzeMemberTable,
  createMemberTable,
  createNextMemberTable,
  fieldName,
  memberTableName,
  swapInNextMemberTable,
} from "#db/member-table.ts";
import { fields, profiles, ruleVersions } from "#db/schema.ts";
import type { Field } from "#lib/fields/field.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { changeProfile } from "./change-profile.ts";
import { newKey } from "./create-profile.ts";
import type { Profile } from "./profile.ts";
import { loadProfile } from "./queries.ts";
import { nameTakenOr } from "./unique-names.ts";

/**
 * Makes a profile with the fields of another, and with its contacts and their values when wanted. A virtual one is
 * copied with its rules. Throws Problem `profile_name_taken`.
 */
export async function duplicateProfile(
  person: Person,
  id: number,
  { name, contacts }: { name: string; contacts: boolean },
): Promise<Profile> {
  authorize(person, "profiles.edit");
  if (contacts) authorize(person, "contacts.edit");
  try {
    return await changeProfile(id, async (tx, source) => {
      const copy = await insertCopy(tx, person, source, name);
      if (source.type !== "virtual") await copyFields(tx, source, copy, contacts);
      return loadProfile(tx, copy);
    });
  } catch (error) {
    throw nameTakenOr(error, name);
  }
}

async function insertCopy(tx: Tx, person: Person, source: Profile, name: string): Promise<number> {
  const { description, type, sourceId, rules } = source;
  const [row] = await tx
    .insert(profiles)
    .values({ key: newKey(), name, description, type, sourceId, rules, createdBy: person.staffId })
    .returning({ id: profiles.id });
  if (!row) throw new Error("An insert answered no row.");
  if (type === "virtual") await tx.insert(ruleVersions).values({ profileId: row.id, rules, createdBy: person.staffId });
  return row.id;
}

async function copyFields(tx: Tx, source: Profile, copy: number, contacts: boolean): Promise<void> {
  const values = source.fields.map(({ id: _, ...field }) => ({
    ...field,
    options: [...field.options],
    profileId: copy,
  }));
  const made = values.length === 0 ? [] : await tx.insert(fields).values(values).returning();
  await createMemberTable(tx, copy, made);
  if (contacts) await copyMembers(tx, source, copy, made);
}

/** Filled first and indexed after. The copies are new members: no import of the copy's added them. */
async function copyMembers(tx: Tx, source: Profile, copy: number, made: readonly Field[]): Promise<void> {
  const pairs = made.map((field) => ({
    to: field.id,
    from: source.fields.find(({ name }) => name === field.name)?.id ?? 0,
  }));
  const next = await createNextMemberTable(tx, copy, made);
  await tx.execute(sql`
    insert into ${next} (key, status, created_at, updated_at ${sql.join(pairs.map(({ to }) => sql`, ${fieldName(to)}`))})
    select key, status, now(), now() ${sql.join(pairs.map(({ from }) => sql`, ${fieldName(from)}`))}
    from ${memberTableName(source.id)} order by key`);
  await swapInNextMemberTable(tx, copy, null);
  await analyzeMemberTable(tx, copy);
  const { active, unsubscribed, bounced } = source.counts;
  await tx.update(profiles).set({ active, unsubscribed, bounced }).where(eq(profiles.id, copy));
}
