import { and, desc, eq, ne, not } from "drizzle-orm";
import { db } from "#db/client.ts";
import { staffSessions } from "#db/schema.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { Problem } from "#lib/problem.ts";
import { authorize, type Person } from "./permissions.ts";
import { overBefore, sessionOf } from "./session.ts";

/** One place where the person is signed in. `id` names it in a form; nobody can sign in with it. */
export type OwnSession = { id: string; device: string; place: string; since: Date; lastSeenAt: Date; here: boolean };

/** The own sessions that are not over, the latest first. `session`: the token of this request. */
export async function ownSessions(person: Person, session: string | undefined): Promise<OwnSession[]> {
  authorize(person, "account.own");
  const here = await sessionOf(session);
  const over = overBefore(new Date());
  const rows = await db
    .select()
    .from(staffSessions)
    .where(and(eq(staffSessions.staffId, person.id), over && not(over)))
    .orderBy(desc(staffSessions.createdAt));
  return rows.map(({ idHash, device, place, createdAt, lastSeenAt }) => ({
    ...{ id: idHash, device, place, since: createdAt, lastSeenAt },
    here: idHash === here,
  }));
}

/** Ends one of the own sessions. Throws Problem `session_not_found`, also for somebody else's. */
export async function endOwnSession(person: Person, id: string): Promise<void> {
  authorize(person, "account.own");
  await db.transaction(async (tx) => {
    const mine = and(eq(staffSessions.idHash, id), eq(staffSessions.staffId, person.id));
    const ended = await tx.delete(staffSessions).where(mine).returning({ id: staffSessions.idHash });
    if (ended.length === 0) throw new Problem("not_found", "session_not_found", "That session has ended already.");
    await recordAudit(tx, person, "sessions-ended", { staffId: person.id });
  });
}

/** Ends all of the own sessions but the one of this request's token. */
export async function endOtherSessions(person: Person, session: string | undefined): Promise<void> {
  authorize(person, "account.own");
  const here = await sessionOf(session);
  await db.transaction(async (tx) => {
    const others = and(
      eq(staffSessions.staffId, person.id),
      here === null ? undefined : ne(staffSessions.idHash, here),
    );
    const ended = await tx.delete(staffSessions).where(others).returning({ id: staffSessions.idHash });
    if (ended.length > 0) await recordAudit(tx, person, "sessions-ended", { staffId: person.id });
  });
}
