import { eq, sql } from "drizzle-orm";
import { emptyMemberTable } from "#db/member-table.ts";
import { profiles } from "#db/schema.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { assertOwnMembers } from "./assert-own-members.ts";
import { changeProfile } from "./change-profile.ts";
import { assertNoneAtWork } from "./imports-underway.ts";

/** Takes all contacts out of a profile; they stay in the repository. Answers how many. Throws Problem `import_underway`. */
export async function emptyProfile(person: Person, id: number): Promise<number> {
  authorize(person, "profiles.edit");
  authorize(person, "contacts.edit");
  return changeProfile(id, async (tx, profile) => {
    assertOwnMembers(profile);
    await assertNoneAtWork(tx, profile);
    await emptyMemberTable(tx, id);
    await tx
      .update(profiles)
      .set({ active: 0, unsubscribed: 0, bounced: 0, revision: sql`${profiles.revision} + 1` })
      .where(eq(profiles.id, id));
    await recordAudit(tx, person, "profile-emptied", { profileId: id });
    return profile.counts.contacts;
  });
}
