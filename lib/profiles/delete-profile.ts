import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { dropMemberTable } from "#db/member-table.ts";
import { profiles } from "#db/schema.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { Problem } from "#lib/problem.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { words } from "#lib/text/words.ts";
import { changeProfile } from "./change-profile.ts";
import { assertUnused, dependentsOf, quotedName } from "./dependents.ts";
import { claimProfile } from "./hold-profile.ts";
import { assertNoneAtWork, endImports } from "./imports-underway.ts";
import type { Profile } from "./profile.ts";

/**
 * Ends a profile. Its contacts stay in the repository, its imports in the logs; those that wait for a person are
 * cancelled. `confirmation` is its name, typed. Throws Problem `wrong_confirmation`, `in_use` or `import_underway`.
 */
export async function deleteProfile(person: Person, id: number, confirmation: string): Promise<void> {
  authorize(person, "profiles.edit");
  await changeProfile(id, async (tx, profile) => {
    assertConfirmed(profile, confirmation);
    await claimProfile(tx, id);
    assertUnused(await dependentsOf(tx, profile), quotedName(profile));
    if (profile.type !== "virtual") await dropMembers(tx, profile);
    await tx.delete(profiles).where(eq(profiles.id, id));
    await recordAudit(tx, person, "profile-deleted", { profileId: id });
  });
}

function assertConfirmed({ name }: Profile, confirmation: string): void {
  if (confirmation.trim().normalize("NFC") === name) return;
  const message = words("Type the name of the profile, “{name}”, to delete it.", { name });
  throw new Problem("invalid", "wrong_confirmation", message, [{ path: "confirmation", message }]);
}

async function dropMembers(tx: Tx, profile: Profile): Promise<void> {
  await assertNoneAtWork(tx, profile);
  await endImports(tx, profile.id);
  await dropMemberTable(tx, profile.id);
}
