import { and, eq, isNotNull } from "drizzle-orm";
import { db } from "#db/client.ts";
import { profiles } from "#db/schema.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { assertUnused, dependentsOf, quotedName } from "./dependents.ts";
import { claimProfile } from "./hold-profile.ts";
import { loadProfile } from "./queries.ts";

/** Takes a profile out of the lists; it keeps its contacts and can be brought back. Throws Problem `in_use`. */
export async function archiveProfile(person: Person, id: number): Promise<void> {
  authorize(person, "profiles.edit");
  await db.transaction(async (tx) => {
    await claimProfile(tx, id);
    const profile = await loadProfile(tx, id);
    assertUnused(await dependentsOf(tx, profile), quotedName(profile));
    if (profile.archivedAt !== null) return;
    await tx.update(profiles).set({ archivedAt: new Date() }).where(eq(profiles.id, id));
    await recordAudit(tx, person, "profile-archived", { profileId: id });
  });
}

/** Brings an archived profile back into the lists. */
export async function restoreProfile(person: Person, id: number): Promise<void> {
  authorize(person, "profiles.edit");
  await loadProfile(db, id);
  await db.transaction(async (tx) => {
    const archived = and(eq(profiles.id, id), isNotNull(profiles.archivedAt));
    const { rowCount } = await tx.update(profiles).set({ archivedAt: null }).where(archived);
    if (rowCount) await recordAudit(tx, person, "profile-restored", { profileId: id });
  });
}
