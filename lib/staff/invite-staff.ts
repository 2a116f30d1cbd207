import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { staff } from "#db/schema.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { Problem } from "#lib/problem.ts";
import { makeLink } from "./one-time-link.ts";
import { authorize, type Person, type Role } from "./permissions.ts";
import { loadMember } from "./queries.ts";

/** A link to join works for a week; one that sets a new password for somebody who is here, a day. */
const JOIN_HOURS = 7 * 24;
const PASSWORD_HOURS = 24;

/** Where the link leads, to be handed over by the administrator: it stands nowhere else. */
export type MadeLink = { path: string; hours: number };

export type Invitation = { email: string; name: string; role: Role; mayExport: boolean };

/** Invites somebody. Throws Problem `email_taken`. */
export async function inviteStaff(person: Person, { email, name, role, mayExport }: Invitation): Promise<MadeLink> {
  authorize(person, "staff.manage");
  return db.transaction(async (tx) => {
    const [made] = await tx
      .insert(staff)
      .values({ email, name, role, mayExport })
      .onConflictDoNothing() // the email alone is unique
      .returning({ id: staff.id });
    if (!made) throw emailTaken();
    await recordAudit(tx, person, "staff-invited", { staffId: made.id, role, mayExport });
    return { path: `/join/${await makeLink(tx, "password", JOIN_HOURS, made.id)}`, hours: JOIN_HOURS };
  });
}

/**
 * Another link for somebody who let the first one pass, or has forgotten the password. Earlier ones are void. Whoever
 * came through the identity provider may then be somebody else there. Throws Problem `staff_disabled`.
 */
export async function makeNewLink(person: Person, staffId: number): Promise<MadeLink> {
  authorize(person, "staff.manage");
  return db.transaction(async (tx) => {
    const { state } = await loadMember(tx, staffId);
    if (state === "disabled") {
      throw new Problem("conflict", "staff_disabled", "This account is disabled. Enable it first, then make a link.");
    }
    await tx.update(staff).set({ oidcSubject: null }).where(eq(staff.id, staffId));
    await recordAudit(tx, person, "link-made", { staffId });
    const hours = state === "invited" ? JOIN_HOURS : PASSWORD_HOURS;
    return { path: `/join/${await makeLink(tx, "password", hours, staffId)}`, hours };
  });
}

const emailTaken = () => {
  const message = "Somebody with this email is there already. Look at the list, also among those who are disabled.";
  return new Problem("conflict", "email_taken", message, [{ path: "email", message }]);
};
