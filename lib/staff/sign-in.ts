import { eq, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { staff } from "#db/schema.ts";
import type { RefusedBecause, SecondFactor } from "#lib/audit/events.ts";
import { recordAudit, recordOften } from "#lib/audit/record.ts";
import { Problem } from "#lib/problem.ts";
import { isPassword } from "./password.ts";
import { seal, unseal } from "./seal.ts";
import { startSession, type Visit } from "./session.ts";
import { countTry, forgiveTry, type Tried } from "./slowdown.ts";
import { hasTwoFactor, takeCode } from "./two-factor/check-code.ts";

/** Signed in, or half of it: then the code of the authenticator app is asked for, and the ticket goes with it. */
export type SignedIn = { session: string } | { ticket: string };

/**
 * Checks an email and a password. Throws Problem `unauthenticated`/`wrong_credentials`, the same and after the same time
 * whether there is such an account, it is disabled, or the password is wrong; or `forbidden`/`too_many_tries`.
 */
export async function signIn(
  { email, password }: { email: string; password: string },
  visit: Visit,
): Promise<SignedIn> {
  const person = await accountOf(email);
  await countOrRefuse(email, person?.id ?? null, visit);
  const matches = await isPassword(person?.passwordHash ?? null, password);
  if (!person || !matches || person.disabledAt) {
    await noteRefusal(person?.id ?? null, visit, matches ? "disabled" : "wrong password");
    throw wrongCredentials();
  }
  await forgiveTry(email, visit.place);
  return goOn(person, visit, "password");
}

/** Who has shown the first factor comes in, or is asked for the second where one is set up. */
export async function goOn(person: Account, visit: Visit, by: SecondFactor): Promise<SignedIn> {
  if (!(await hasTwoFactor(person.id))) return { session: await enter(person, visit, by) };
  const until = Date.now() + TICKET_MINUTES * 60_000;
  return { ticket: await seal({ ...ticketOf(person), via: visit.via, until }, TICKET) };
}

/**
 * The second half: a code of the app, or a recovery code. Throws Problem `ticket_is_void` when the password was checked
 * too long ago, or the account changed since; `wrong_code`, also for one that was used; `too_many_tries`.
 */
export async function signInWithCode(ticket: string, code: string, visit: Visit, now = new Date()): Promise<string> {
  const { person, via } = await holderOf(ticket, now);
  await countOrRefuse(person.id, person.id, visit);
  const taken = await takeCode(person.id, code, now);
  if (!taken) {
    await noteRefusal(person.id, visit, "wrong code");
    const message = "This is not the code that the app shows now, or it was used already. Type the next one.";
    throw new Problem("unauthenticated", "wrong_code", message, [{ path: "code", message }]);
  }
  await forgiveTry(person.id, visit.place);
  return enter(person, { ...visit, via }, taken);
}

/** Lets in whoever has shown who they are; the token of a new session. */
export async function enter(
  who: Pick<Account, "id" | "sessionVersion">,
  visit: Visit,
  by: SecondFactor,
): Promise<string> {
  await db.transaction(async (tx) => {
    await tx.update(staff).set({ lastSignInAt: sql`now()` }).where(eq(staff.id, who.id));
    await recordAudit(tx, { staffId: who.id, apiKeyId: null, place: visit.place }, "signed-in", { with: by });
  });
  return startSession(who, visit);
}

/** Written down without what was typed: where the email should be, people also type passwords. */
export function noteRefusal(staffId: number | null, { place }: Visit, why: RefusedBecause): Promise<void> {
  return recordAudit(db, { staffId, apiKeyId: null, place }, "sign-in-refused", { why });
}

export async function accountOf(email: string): Promise<Account | null> {
  const [row] = await db
    .select()
    .from(staff)
    .where(eq(sql`lower(${staff.email})`, email.trim().toLowerCase()));
  return row ?? null;
}

export type Account = typeof staff.$inferSelect;

const TICKET = "second step of signing in";
const TICKET_MINUTES = 10;

/** Void as soon as the account's sessions are ended, by a new password or an administrator. */
const ticketOf = ({ id, sessionVersion }: Account) => ({ id, version: sessionVersion });

async function holderOf(ticket: string, now: Date): Promise<{ person: Account; via: Visit["via"] }> {
  const { id, version, via, until } = ((await unseal(ticket, TICKET)) ?? {}) as Record<string, unknown>;
  const [row] = typeof id === "number" ? await db.select().from(staff).where(eq(staff.id, id)) : [];
  if (row && !row.disabledAt && row.sessionVersion === version && typeof until === "number" && now.getTime() < until) {
    return { person: row, via: via === "oidc" ? "oidc" : "password" };
  }
  throw new Problem("unauthenticated", "ticket_is_void", "That took too long. Sign in once more.");
}

/** While one has to wait nothing is looked at, and such tries have no end: they are written down once a minute. */
async function countOrRefuse(tried: Tried, staffId: number | null, visit: Visit): Promise<void> {
  try {
    await countTry(tried, visit.place);
  } catch (error) {
    if (error instanceof Problem) {
      await recordOften({ staffId, apiKeyId: null, place: visit.place }, "sign-in-refused", { why: "too many tries" });
    }
    throw error;
  }
}

const wrongCredentials = () =>
  new Problem(
    "unauthenticated",
    "wrong_credentials",
    "Email or password is wrong. Try again, or ask an administrator.",
  );
