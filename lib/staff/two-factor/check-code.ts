import { and, eq, isNotNull, lt } from "drizzle-orm";
import { db } from "#db/client.ts";
import { staffTotp } from "#db/schema.ts";
import { unseal } from "../seal.ts";
import { spendRecoveryCode } from "./recovery-codes.ts";
import { stepOfCode } from "./totp.ts";

/** What a secret in `staff_totp` is sealed for. */
export const TOTP_PURPOSE = "totp";

/** Whether this member of staff is asked for a code when signing in. */
export async function hasTwoFactor(staffId: number): Promise<boolean> {
  const mine = and(eq(staffTotp.staffId, staffId), isNotNull(staffTotp.confirmedAt));
  return (await db.select({ staffId: staffTotp.staffId }).from(staffTotp).where(mine)).length > 0;
}

/** Takes a code of the app, or a recovery code, which are both used up by it; null for a wrong or a used one. */
export async function takeCode(
  staffId: number,
  typed: string,
  now: Date,
): Promise<"authenticator" | "recovery code" | null> {
  const digits = typed.replace(/\s/g, "");
  if (!/^\d{6}$/.test(digits)) return (await spendRecoveryCode(db, staffId, typed)) ? "recovery code" : null;
  const [row] = await db.select().from(staffTotp).where(eq(staffTotp.staffId, staffId));
  if (!row?.confirmedAt) return null;
  return (await takeStep(staffId, row.secret, digits, now)) ? "authenticator" : null;
}

/** One statement: of two who come with the same code at once, one is late. */
export async function takeStep(staffId: number, sealed: string, code: string, now: Date): Promise<boolean> {
  const secret = await unseal(sealed, TOTP_PURPOSE);
  const step = typeof secret === "string" ? stepOfCode(secret, code, now) : null;
  if (step === null) return false;
  const taken = await db
    .update(staffTotp)
    .set({ lastStep: step })
    .where(and(eq(staffTotp.staffId, staffId), eq(staffTotp.secret, sealed), lt(staffTotp.lastStep, step)))
    .returning({ staffId: staffTotp.staffId });
  return taken.length > 0;
}
