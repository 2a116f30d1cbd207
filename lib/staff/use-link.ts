import { and, eq, isNull } from "drizzle-orm";
import { db } from "#db/client.ts";
import { oneTimeLinks, staff } from "#db/schema.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { Problem } from "#lib/problem.ts";
import { validLink } from "./one-time-link.ts";
import { assertGoodPassword, hashPassword } from "./password.ts";
import { endSessionsOf } from "./session.ts";
import type { Account } from "./sign-in.ts";

/** Whom the link of this token is for; null when it is used, void or too old, or the account is disabled. */
export async function holderOfLink(token: string, now = new Date()): Promise<Account | null> {
  const [row] = await db
    .select({ staff })
    .from(oneTimeLinks)
    .innerJoin(staff, eq(staff.id, oneTimeLinks.staffId))
    .where(and(validLink("password", token, now), isNull(staff.disabledAt)));
  return row?.staff ?? null;
}

/**
 * Uses the link up: name and password are set, and every session of the account ends. Nobody is signed in by it, so that
 * a second factor is asked for all the same. Throws Problem `link_is_void`, or `weak_password`, which leaves the link.
 */
export async function setPasswordByLink(
  token: string,
  { name, password }: { name: string; password: string },
  place: string,
  now = new Date(),
): Promise<Account> {
  const holder = await holderOfLink(token, now);
  if (!holder) throw linkIsVoid();
  assertGoodPassword(password, { email: holder.email, name });
  const passwordHash = await hashPassword(password);
  return db.transaction(async (tx) => {
    const used = await tx
      .delete(oneTimeLinks)
      .where(validLink("password", token, now))
      .returning();
    if (used.length === 0) throw linkIsVoid();
    await tx.update(staff).set({ name, passwordHash }).where(eq(staff.id, holder.id));
    await endSessionsOf(tx, holder.id);
    const actor = { staffId: holder.id, apiKeyId: null, place };
    await recordAudit(tx, actor, isNew(holder) ? "staff-joined" : "password-changed", { staffId: holder.id });
    return { ...holder, sessionVersion: holder.sessionVersion + 1 };
  });
}

/** Invited, and never here before. */
export const isNew = ({ passwordHash, lastSignInAt }: Account): boolean =>
  passwordHash === null && lastSignInAt === null;

const linkIsVoid = () =>
  new Problem("not_found", "link_is_void", "This link is not valid any more. Ask an administrator for a new one.");
