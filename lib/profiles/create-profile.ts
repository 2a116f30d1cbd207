import { randomBytes } from "node:crypto";
import { db, type Tx } from "#db/client.ts";
import { createMemberTable } from "#db/member-table.ts";
import { fields, profiles } from "#db/schema.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import type { ProfileInput } from "./input.ts";
import type { Profile } from "./profile.ts";
import { loadProfile } from "./queries.ts";
import { nameTakenOr } from "./unique-names.ts";

/** Makes a Regular or Mobile Only profile with its own typed table. Throws Problem `profile_name_taken`. */
export async function createProfile(person: Person, input: ProfileInput): Promise<Profile> {
  authorize(person, "profiles.edit");
  try {
    return await db.transaction(async (tx) => loadProfile(tx, await insertProfile(tx, person, input)));
  } catch (error) {
    throw nameTakenOr(error, input.name);
  }
}

async function insertProfile(tx: Tx, person: Person, { fields: wanted, ...profile }: ProfileInput): Promise<number> {
  const [row] = await tx
    .insert(profiles)
    .values({ ...profile, key: newKey(), createdBy: person.staffId })
    .returning({ id: profiles.id });
  if (!row) throw new Error("An insert answered no row.");
  const values = wanted.map((field, position) => ({ ...field, profileId: row.id, position }));
  const made = values.length === 0 ? [] : await tx.insert(fields).values(values).returning();
  await createMemberTable(tx, row.id, made);
  await recordAudit(tx, person, "profile-created", { profileId: row.id });
  return row.id;
}

/** 96 random bits: nobody guesses another's. */
export const newKey = (): string => randomBytes(12).toString("base64url");
