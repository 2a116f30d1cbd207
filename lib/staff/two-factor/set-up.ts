import { and, eq, isNull } from "drizzle-orm";
import { db } from "#db/client.ts";
import { recoveryCodes, staffTotp } from "#db/schema.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { Problem } from "#lib/problem.ts";
import { assertOwnPassword, ownRow } from "../own-password.ts";
import type { Person } from "../permissions.ts";
import { seal, unseal } from "../seal.ts";
import { endOtherSessions } from "../sessions.ts";
import { isTwoFactorRequired } from "../settings.ts";
import { hasTwoFactor, TOTP_PURPOSE, takeStep } from "./check-code.ts";
import { makeRecoveryCodes } from "./recovery-codes.ts";
import { newTotpSecret, totpAddress } from "./totp.ts";

export type TwoFactor = {
  state: "off" | "pending" | "on";
  /** While it is pending: for the app, as letters and as what the QR code holds. */
  pending: { secret: string; address: string } | null;
  recoveryCodes: number;
  required: boolean;
};

/** How the own two-factor sign-in stands. */
export async function ownTwoFactor(person: Person): Promise<TwoFactor> {
  const { id, email } = await ownRow(person);
  const [[row], codes, required] = await Promise.all([
    db.select().from(staffTotp).where(eq(staffTotp.staffId, id)),
    db.$count(recoveryCodes, eq(recoveryCodes.staffId, id)),
    isTwoFactorRequired(),
  ]);
  const secret = row && !row.confirmedAt ? await unseal(row.secret, TOTP_PURPOSE) : null;
  const pending = typeof secret === "string" ? { secret, address: totpAddress(secret, email) } : null;
  return { state: row?.confirmedAt ? "on" : pending ? "pending" : "off", pending, recoveryCodes: codes, required };
}

/** Makes the secret that the app is to be given. Counts from the first right code on. */
export async function beginTwoFactor(person: Person, password: string): Promise<void> {
  const { id } = await assertOwnPassword(person, password);
  const secret = await seal(newTotpSecret(), TOTP_PURPOSE);
  await db
    .insert(staffTotp)
    .values({ staffId: id, secret })
    .onConflictDoUpdate({ target: staffTotp.staffId, set: { secret }, setWhere: isNull(staffTotp.confirmedAt) });
}

/**
 * The app's first code: from now on it is asked for. Ends the other sessions (`session`: the own token) and answers the
 * recovery codes, this once. Throws Problem `wrong_code`.
 */
export async function confirmTwoFactor(
  person: Person,
  code: string,
  session: string | undefined,
  now = new Date(),
): Promise<string[]> {
  const { id } = await ownRow(person);
  const [row] = await db
    .select()
    .from(staffTotp)
    .where(and(eq(staffTotp.staffId, id), isNull(staffTotp.confirmedAt)));
  if (!row || !(await takeStep(id, row.secret, code.replace(/\s/g, ""), now))) throw wrongCode();
  await endOtherSessions(person, session);
  return db.transaction(async (tx) => {
    await tx.update(staffTotp).set({ confirmedAt: now }).where(eq(staffTotp.staffId, id));
    await recordAudit(tx, person, "two-factor-on", { staffId: id });
    return makeRecoveryCodes(tx, id);
  });
}

/** Throws Problem `two_factor_required` where everybody must have it. */
export async function turnOffTwoFactor(person: Person, password: string): Promise<void> {
  const { id } = await assertOwnPassword(person, password);
  if (await isTwoFactorRequired()) {
    throw new Problem(
      "conflict",
      "two_factor_required",
      "Everybody here must sign in with two factors. An administrator can reset yours, so that you set up another app.",
    );
  }
  await db.transaction(async (tx) => {
    await tx.delete(staffTotp).where(eq(staffTotp.staffId, id));
    await tx.delete(recoveryCodes).where(eq(recoveryCodes.staffId, id));
    await recordAudit(tx, person, "two-factor-off", { staffId: id });
  });
}

/** New recovery codes; the earlier ones are void. Throws Problem `two_factor_off`. */
export async function renewRecoveryCodes(person: Person, password: string): Promise<string[]> {
  const { id } = await assertOwnPassword(person, password);
  if (!(await hasTwoFactor(id))) throw new Problem("conflict", "two_factor_off", "Two-factor sign-in is off.");
  return db.transaction(async (tx) => {
    await recordAudit(tx, person, "recovery-codes-made", { staffId: id });
    return makeRecoveryCodes(tx, id);
  });
}

const wrongCode = () => {
  const message = "This is not the code that the app shows now. Wait for the next one and type that.";
  return new Problem("invalid", "wrong_code", message, [{ path: "code", message }]);
};
