import { eq, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { profiles } from "#db/schema.ts";
import { createProfile } from "#lib/profiles/create-profile.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import type { Person } from "#lib/staff/permissions.ts";
import { type DemoProfile, PROFILES, type ProfileName } from "./profiles.ts";

/** Days before today on which the profiles were made. */
const OLDEST = 184;

/** The profiles of the demo, with nobody in them. */
export async function makeProfiles(person: Person): Promise<Record<ProfileName, Profile>> {
  const make = async ({ name, type, description, columns }: DemoProfile) => {
    const fields = columns.map((column) => ({
      name: column.name,
      type: column.type,
      required: false,
      options: [...(column.options ?? [])],
    }));
    const profile = await createProfile(person, { name, type, description, fields });
    const createdAt = sql`now() - make_interval(days => ${OLDEST}::int)`;
    await db.update(profiles).set({ createdAt }).where(eq(profiles.id, profile.id));
    return profile;
  };
  return {
    newsletter: await make(PROFILES.newsletter),
    customers: await make(PROFILES.customers),
    sms: await make(PROFILES.sms),
  };
}
