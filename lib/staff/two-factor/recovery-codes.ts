import { randomBytes } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { Secret } from "otpauth";
import type { Db, Tx } from "#db/client.ts";
import { recoveryCodes } from "#db/schema.ts";
import { hashToken } from "../hash.ts";

const HOW_MANY = 10;
/** 120 bits, 24 letters: from 112 bits on a plain hash is enough to keep (ASVS 6.5.2). */
const BYTES = 15;

/** Makes new ones, and voids the earlier. They are shown this once; the table keeps hashes. */
export async function makeRecoveryCodes(tx: Tx, staffId: number): Promise<string[]> {
  const codes = Array.from({ length: HOW_MANY }, () => Secret.fromHex(randomBytes(BYTES).toString("hex")).base32);
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.staffId, staffId));
  await tx.insert(recoveryCodes).values(codes.map((code) => ({ staffId, codeHash: hashToken(code) })));
  return codes.map((code) => code.replace(/(.{4})(?=.)/g, "$1-"));
}

/** Uses a code up; false when it is none. Spaces, hyphens and small letters do not count. */
export async function spendRecoveryCode(on: Db | Tx, staffId: number, typed: string): Promise<boolean> {
  const code = typed.replace(/[\s-]/g, "").toUpperCase();
  const used = await on
    .delete(recoveryCodes)
    .where(and(eq(recoveryCodes.codeHash, hashToken(code)), eq(recoveryCodes.staffId, staffId)))
    .returning({ staffId: recoveryCodes.staffId });
  return used.length > 0;
}
