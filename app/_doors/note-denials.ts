import { recordOften } from "#lib/audit/record.ts";
import { NotAllowed, type Permission, type Person } from "#lib/staff/permissions.ts";

/** Runs `work` for the person; a no that it meets, at the door or further in, is written into the audit trail. */
export async function noteDenials<T>(person: Person, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof NotAllowed) await noteDenial(person, error.permission);
    throw error;
  }
}

export const noteDenial = (person: Person, permission: Permission): Promise<void> =>
  recordOften(person, "denied", { permission });
