import { and, asc, eq, isNotNull, not, type SQL, sql } from "drizzle-orm";
import { type Db, db, type Tx } from "#db/client.ts";
import { staff, staffSessions, staffTotp } from "#db/schema.ts";
import { type StaffMember, staffNotFound } from "./member.ts";
import { authorize, type Person } from "./permissions.ts";
import { overBefore } from "./session.ts";

/** Everybody, also those who are disabled, by name. */
export async function listStaff(person: Person): Promise<StaffMember[]> {
  authorize(person, "staff.manage");
  return members(db);
}

/** Throws Problem `staff_not_found`. */
export async function staffMember(person: Person, id: number): Promise<StaffMember> {
  authorize(person, "staff.manage");
  return loadMember(db, id);
}

export async function loadMember(on: Db | Tx, id: number): Promise<StaffMember> {
  const [found] = await members(on, eq(staff.id, id));
  if (!found) throw staffNotFound();
  return found;
}

async function members(on: Db | Tx, which?: SQL): Promise<StaffMember[]> {
  const over = overBefore(new Date());
  const sessions = on.$count(staffSessions, and(eq(staffSessions.staffId, staff.id), over && not(over)));
  const rows = await on
    .select({ row: staff, totp: staffTotp.staffId, sessions })
    .from(staff)
    .leftJoin(staffTotp, and(eq(staffTotp.staffId, staff.id), isNotNull(staffTotp.confirmedAt)))
    .where(which)
    .orderBy(asc(sql`lower(${staff.name})`), asc(staff.id));
  return rows.map(({ row: { id, name, email, role, mayExport, createdAt, lastSignInAt, ...row }, totp, sessions }) => ({
    ...{ id, name, email, role, mayExport, createdAt, lastSignInAt },
    ...{ state: stateOf({ ...row, lastSignInAt }), twoFactor: totp !== null, sessions },
  }));
}

type Row = Pick<typeof staff.$inferSelect, "disabledAt" | "passwordHash" | "lastSignInAt">;

function stateOf({ disabledAt, passwordHash, lastSignInAt }: Row): StaffMember["state"] {
  if (disabledAt !== null) return "disabled";
  return passwordHash === null && lastSignInAt === null ? "invited" : "active";
}
