import { and, eq, isNull } from "drizzle-orm";
import { db } from "#db/client.ts";
import { oneTimeLinks, staff } from "#db/schema.ts";
import type { RefusedBecause } from "#lib/audit/events.ts";
import { recordAudit } from "#lib/audit/record.ts";
import type { Problem } from "#lib/problem.ts";
import type { Visit } from "../session.ts";
import { type Account, accountOf, noteRefusal } from "../sign-in.ts";
import { isNew } from "../use-link.ts";
import { type OidcRefusal, oidcRefused } from "./refusals.ts";

/** Whom the identity provider vouches for. `subject`: its issuer and its own lasting name for the person. */
export type OidcIdentity = { subject: string; email: string | null; verified: boolean };

/**
 * The member of staff that this is: the first time by the verified email, from then on by the subject, for an email may
 * be given to somebody else. Throws Problem `not_invited`, `email_not_verified` or `disabled`.
 */
export async function memberFor(identity: OidcIdentity, visit: Visit): Promise<Account> {
  const [known] = await db.select().from(staff).where(eq(staff.oidcSubject, identity.subject));
  const member = known ?? (await bind(identity, visit));
  if (member.disabledAt) throw await refused(member, visit, "disabled");
  return member;
}

async function bind({ subject, email, verified }: OidcIdentity, { place, ...visit }: Visit): Promise<Account> {
  const member = email === null ? null : await accountOf(email);
  if (member && !verified) throw await refused(member, { place, ...visit }, "email_not_verified");
  if (!member || member.disabledAt || member.oidcSubject !== null) {
    throw await refused(member, { place, ...visit }, member?.disabledAt ? "disabled" : "not_invited");
  }
  return db.transaction(async (tx) => {
    const free = and(eq(staff.id, member.id), isNull(staff.oidcSubject));
    const [bound] = await tx.update(staff).set({ oidcSubject: subject }).where(free).returning();
    if (!bound) throw oidcRefused("not_invited");
    if (isNew(member)) await tx.delete(oneTimeLinks).where(eq(oneTimeLinks.staffId, member.id));
    const actor = { staffId: member.id, apiKeyId: null, place };
    await recordAudit(tx, actor, isNew(member) ? "staff-joined" : "provider-known", { staffId: member.id });
    return bound;
  });
}

const AUDITED = {
  disabled: "disabled",
  email_not_verified: "email not verified",
  not_invited: "not invited",
} as const satisfies Partial<Record<OidcRefusal, RefusedBecause>>;

async function refused(member: Account | null, visit: Visit, why: keyof typeof AUDITED): Promise<Problem> {
  await noteRefusal(member?.id ?? null, visit, AUDITED[why]);
  return oidcRefused(why);
}
