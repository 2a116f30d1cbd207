import { and, eq, isNotNull, isNull, ne, or, sql } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import { oneTimeLinks, recoveryCodes, staff, staffTotp } from "#db/schema.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { Problem } from "#lib/problem.ts";
import type { StaffMember } from "./member.ts";
import { authorize, type Person, type Role } from "./permissions.ts";
import { loadMember } from "./queries.ts";
import { endSessionsOf } from "./session.ts";

/*
 * What administrators change of others, and of themselves. Everything counts from the next request on: role and tick
 * are read with each, and a session that is to end has no row any more. There is always an administrator who can sign in.
 */

/** Throws Problem `last_administrator`, as `disableStaff` does. */
export function changeRole(
  person: Person,
  staffId: number,
  { role, mayExport }: { role: Role; mayExport: boolean },
): Promise<void> {
  return change(person, staffId, async (tx, member) => {
    if (role !== "administrator") await assertAnotherAdministrator(tx, member);
    await tx.update(staff).set({ role, mayExport }).where(eq(staff.id, staffId));
    await recordAudit(tx, person, "role-changed", { staffId, from: member.role, to: role, mayExport });
  });
}

/** Sessions and open links end; API keys rest until the account is enabled again. */
export function disableStaff(person: Person, staffId: number): Promise<void> {
  return change(person, staffId, async (tx, member) => {
    if (member.state === "disabled") return;
    await assertAnotherAdministrator(tx, member);
    await tx.update(staff).set({ disabledAt: sql`now()` }).where(eq(staff.id, staffId));
    await endSessionsOf(tx, staffId);
    await tx.delete(oneTimeLinks).where(eq(oneTimeLinks.staffId, staffId));
    await recordAudit(tx, person, "staff-disabled", { staffId });
  });
}

export function enableStaff(person: Person, staffId: number): Promise<void> {
  return change(person, staffId, async (tx) => {
    await tx.update(staff).set({ disabledAt: null }).where(eq(staff.id, staffId));
    await recordAudit(tx, person, "staff-enabled", { staffId });
  });
}

export function endAllSessions(person: Person, staffId: number): Promise<void> {
  return change(person, staffId, async (tx) => {
    await endSessionsOf(tx, staffId);
    await recordAudit(tx, person, "sessions-ended", { staffId });
  });
}

/** For whoever has lost the app and the recovery codes: password alone again, until they set up another. */
export function resetTwoFactor(person: Person, staffId: number): Promise<void> {
  return change(person, staffId, async (tx) => {
    await tx.delete(staffTotp).where(eq(staffTotp.staffId, staffId));
    await tx.delete(recoveryCodes).where(eq(recoveryCodes.staffId, staffId));
    await endSessionsOf(tx, staffId);
    await recordAudit(tx, person, "two-factor-reset", { staffId });
  });
}

/** One after the other: no two administrators disable each other at the same moment. */
async function change(
  person: Person,
  staffId: number,
  work: (tx: Tx, member: StaffMember) => Promise<void>,
): Promise<void> {
  authorize(person, "staff.manage");
  await db.transaction(async (tx) => {
    await tx.execute(sql`lock table ${staff} in share row exclusive mode`);
    await work(tx, await loadMember(tx, staffId));
  });
}

async function assertAnotherAdministrator(tx: Tx, { id, role, state }: StaffMember): Promise<void> {
  if (role !== "administrator" || state !== "active") return;
  const others = and(
    ne(staff.id, id),
    eq(staff.role, "administrator"),
    isNull(staff.disabledAt),
    or(isNotNull(staff.passwordHash), isNotNull(staff.lastSignInAt)),
  );
  if ((await tx.$count(staff, others)) > 0) return;
  throw new Problem(
    "conflict",
    "last_administrator",
    "This is the last administrator who can sign in. Make somebody else an administrator first.",
  );
}
