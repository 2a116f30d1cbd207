import { recordOften } from "#lib/audit/record.ts";
import { Problem } from "#lib/problem.ts";
import { authorize, may, type Permission, type Person } from "#lib/staff/permissions.ts";

/** Whether the person may; a no is written into the audit trail. */
export async function isAllowed(person: Person, permission: Permission): Promise<boolean> {
  if (may(person, permission)) return true;
  await recordOften(person, "denied", { permission });
  return false;
}

/** Throws Problem `forbidden`: `second_factor_missing`, or `not_allowed`. */
export async function assertAllowed(person: Person, permission: Permission): Promise<void> {
  if (await isAllowed(person, permission)) return;
  if (person.lacksSecondFactor) throw secondFactorMissing();
  authorize(person, permission);
}

const secondFactorMissing = () =>
  new Problem(
    "forbidden",
    "second_factor_missing",
    "Everybody here signs in with two factors now. Set up your authenticator app first, under Your account.",
  );
