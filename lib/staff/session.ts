import { and, eq, lt, or, sql } from "drizzle-orm";
import { decode, encode } from "next-auth/jwt";
import { db } from "#db/client.ts";
import { staff, staffSessions } from "#db/schema.ts";
import { hashToken, newToken } from "./hash.ts";
import type { Person } from "./permissions.ts";
import { secret } from "./secret.ts";

/*
 * Who is signed in. The cookie holds next-auth's session token (its encrypted JWT, `next-auth/jwt`), which names the
 * member of staff, the version of the account, and the row of `staff_sessions`.
 *
 * No more of next-auth is mounted: its route would add public endpoints and a page of its own, and its sessions know
 * nothing of signing out elsewhere, of idleness or of a role that was taken away a second ago.
 */

/** The longest that anybody stays signed in, and without doing anything (NIST 800-63B, AAL2). */
export const SESSION_HOURS = 12;
const IDLE_MINUTES = 30;

const HOUR = 60 * 60 * 1000;
const MINUTE = 60 * 1000;

type Claims = { staffId: number; version: number; sessionId: string };

/** Begins a new session of a member of staff whose credentials were checked, and returns the cookie's token. */
export async function startSession(who: { id: number; sessionVersion: number }, now = new Date()): Promise<string> {
  const sessionId = newToken();
  await forgetEnded(now);
  await db
    .insert(staffSessions)
    .values({ idHash: hashToken(sessionId), staffId: who.id, createdAt: now, lastSeenAt: now });
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
    .select({ staff, session: staffSessions })
    .from(staffSessions)
    .innerJoin(staff, eq(staff.id, staffSessions.staffId))
    .where(and(eq(staffSessions.idHash, hashToken(claims.sessionId)), eq(staff.id, claims.staffId)));
  if (!row || row.staff.disabledAt || row.staff.sessionVersion !== claims.version || isOver(row.session, now)) {
    return null;
  }
  if (now.getTime() - row.session.lastSeenAt.getTime() >= MINUTE) await noteSeen(row.session.idHash, now);

  const { id, name, role, mayExport } = row.staff;
  return { kind: "staff", id, staffId: id, apiKeyId: null, name, role, mayExport };
}

/** Signs out: the token, and each copy of it, is worth nothing from now on. */
export async function endSession(token: string | undefined): Promise<void> {
  const claims = await read(token);
  if (claims) await db.delete(staffSessions).where(eq(staffSessions.idHash, hashToken(claims.sessionId)));
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
  await db.update(staffSessions).set({ lastSeenAt }).where(eq(staffSessions.idHash, idHash));
}

async function forgetEnded(now: Date): Promise<void> {
  const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds);
  await db
    .delete(staffSessions)
    .where(
      or(
        lt(staffSessions.createdAt, ago(SESSION_HOURS * HOUR)),
        lt(staffSessions.lastSeenAt, ago(IDLE_MINUTES * MINUTE)),
      ),
    );
}
