import { and, eq, isNotNull, lt, or, type SQL, sql } from "drizzle-orm";
import { decode, encode } from "next-auth/jwt";
import { type Db, db, type Tx } from "#db/client.ts";
import { settings, staff, staffSessions, staffTotp } from "#db/schema.ts";
import { unlessDiskFull } from "#lib/text/sql-state.ts";
import { hashToken, newToken } from "./hash.ts";
import type { Person } from "./permissions.ts";
import { secret } from "./secret.ts";

/*
 * Who is signed in. The cookie holds next-auth's session token (its encrypted JWT, `next-auth/jwt`), which names the
 * member of staff, the version of the account, and the row of `staff_sessions`.
 *
 * No more of next-auth is mounted: its route would add public endpoints and a page of its own, and its sessions know
 * nothing of signing out elsewhere, of idleness or of a role that was taken away a second ago. The way in through an
 * identity provider (oidc/) ends here too.
 */

/** The longest that anybody stays signed in, and without doing anything (NIST 800-63B, AAL2). */
export const SESSION_HOURS = 12;
const IDLE_MINUTES = 30;

const HOUR = 60 * 60 * 1000;
const MINUTE = 60 * 1000;

type Claims = { staffId: number; version: number; sessionId: string };

/** Where somebody signs in from: the network address, the browser in words, and which way in. */
export type Visit = { place: string; device: string; via?: "password" | "oidc" };

const UNKNOWN: Visit = { place: "", device: "" };

/** Begins a new session of a member of staff whose credentials were checked, and returns the cookie's token. */
export async function startSession(
  who: { id: number; sessionVersion: number },
  visit: Visit = UNKNOWN,
  now = new Date(),
): Promise<string> {
  const sessionId = newToken();
  await forgetEnded(now);
  await db
    .insert(staffSessions)
    .values({ ...visit, idHash: hashToken(sessionId), staffId: who.id, createdAt: now, lastSeenAt: now });
  const claims: Claims = { staffId: who.id, version: who.sessionVersion, sessionId };
  return encode({ token: claims, secret: await secret("session"), maxAge: SESSION_HOURS * 60 * 60 });
}

/**
 * The person of a cookie's token, as the staff table has them at this moment; null when the session is over, the account
 * disabled, or the token anything else. Notes, at most once a minute, that the person was here.
 */
export async function personOfSession(token: string | undefined, now = new Date()): Promise<Person | null> {
  const claims = await read(token);
  if (!claims) return null;
  const [row] = await db
    .select({ staff, session: staffSessions, totp: staffTotp.staffId, required: settings.requireTwoFactor })
    .from(staffSessions)
    .innerJoin(staff, eq(staff.id, staffSessions.staffId))
    .leftJoin(staffTotp, and(eq(staffTotp.staffId, staff.id), isNotNull(staffTotp.confirmedAt)))
    .leftJoin(settings, eq(settings.id, 1))
    .where(and(eq(staffSessions.idHash, hashToken(claims.sessionId)), eq(staff.id, claims.staffId)));
  if (!row || row.staff.disabledAt || row.staff.sessionVersion !== claims.version || isOver(row.session, now)) {
    return null;
  }
  if (now.getTime() - row.session.lastSeenAt.getTime() >= MINUTE) await noteSeen(row.session.idHash, now);

  const { id, name, role, mayExport } = row.staff;
  const lacks = row.required && row.totp === null && row.session.via === "password";
  return {
    ...{ kind: "staff", id, staffId: id, apiKeyId: null, name, role, mayExport },
    ...(lacks && { lacksSecondFactor: true }),
  };
}

/** Signs out: the token, and each copy of it, is worth nothing from now on. Answers whose session it was. */
export async function endSession(token: string | undefined): Promise<number | null> {
  const idHash = await sessionOf(token);
  if (idHash === null) return null;
  const [ended] = await db.delete(staffSessions).where(eq(staffSessions.idHash, idHash)).returning();
  return ended?.staffId ?? null;
}

/** Ends every session of a member of staff: the rows go, and no token of theirs has the right version any more. */
export async function endSessionsOf(tx: Db | Tx, staffId: number): Promise<void> {
  await tx.delete(staffSessions).where(eq(staffSessions.staffId, staffId));
  await tx
    .update(staff)
    .set({ sessionVersion: sql`${staff.sessionVersion} + 1` })
    .where(eq(staff.id, staffId));
}

/** The key of the token's row in `staff_sessions`; null for what is no token of ours. */
export async function sessionOf(token: string | undefined): Promise<string | null> {
  const claims = await read(token);
  return claims && hashToken(claims.sessionId);
}

async function read(token: string | undefined): Promise<Claims | null> {
  if (!token) return null;
  const key = await secret("session");
  // Thrown for whatever is no token of ours: cut, forged, older than its time. All of them mean "not signed in".
  const claims = await decode({ token, secret: key }).catch(() => null);
  const { staffId, version, sessionId } = claims ?? {};
  const whole = typeof staffId === "number" && typeof version === "number" && typeof sessionId === "string";
  return whole ? { staffId, version, sessionId } : null;
}

type Times = { createdAt: Date; lastSeenAt: Date };

function isOver({ createdAt, lastSeenAt }: Times, now: Date): boolean {
  const age = now.getTime() - createdAt.getTime();
  return age >= SESSION_HOURS * HOUR || now.getTime() - lastSeenAt.getTime() >= IDLE_MINUTES * MINUTE;
}

async function noteSeen(idHash: string, now: Date): Promise<void> {
  // Never back: of two requests the later one counts.
  const lastSeenAt = sql`greatest(${staffSessions.lastSeenAt}, ${now})`;
  // Where there is no room to write it down, people can read all the same.
  await db.update(staffSessions).set({ lastSeenAt }).where(eq(staffSessions.idHash, idHash)).catch(unlessDiskFull);
}

async function forgetEnded(now: Date): Promise<void> {
  await db.delete(staffSessions).where(overBefore(now));
}

/** Of sessions that nobody can use any more at this moment. */
export function overBefore(now: Date): SQL | undefined {
  const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds);
  return or(
    lt(staffSessions.createdAt, ago(SESSION_HOURS * HOUR)),
    lt(staffSessions.lastSeenAt, ago(IDLE_MINUTES * MINUTE)),
  );
}
