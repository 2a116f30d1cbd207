import { eq } from "drizzle-orm";
import { type Db, db, type Tx } from "#db/client.ts";
import { profiles } from "#db/schema.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import type { ProfilePatch } from "./input.ts";
import type { Profile } from "./profile.ts";
import { loadProfile } from "./queries.ts";
import { nameTakenOr } from "./unique-names.ts";

/** Changes what is named. Throws Problem `profile_not_found` or `profile_name_taken`. */
export async function editProfile(person: Person, id: number, patch: ProfilePatch, on: Db | Tx = db): Promise<Profile> {
  authorize(person, "profiles.edit");
  const present = await loadProfile(on, id);
  const { name = present.name, description = present.description } = patch;
  try {
    await on.transaction(async (tx) => {
      await tx.update(profiles).set({ name, description }).where(eq(profiles.id, id));
      if (name !== present.name || description !== present.description)
        await recordAudit(tx, person, "profile-edited", { profileId: id });
    });
  } catch (error) {
    throw nameTakenOr(error, name);
  }
  return loadProfile(on, id);
}
