import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { staff } from "#db/schema.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { assertOwnPassword, ownRow } from "./own-password.ts";
import { assertGoodPassword, hashPassword } from "./password.ts";
import { authorize, type Person } from "./permissions.ts";
import { endSessionsOf, startSession, type Visit } from "./session.ts";

export const LANGUAGES = ["en", "es", "pt"] as const;
export type Language = (typeof LANGUAGES)[number];

export type OwnAccount = { name: string; email: string; language: Language | null; hasPassword: boolean };

export async function ownAccount(person: Person): Promise<OwnAccount> {
  const { name, email, language, passwordHash } = await ownRow(person);
  return { name, email, language, hasPassword: passwordHash !== null };
}

/** `language`: of the pages; null for the browser's. */
export async function editOwnAccount(
  person: Person,
  { name, language }: { name: string; language: Language | null },
): Promise<void> {
  authorize(person, "account.own");
  await db.transaction(async (tx) => {
    await tx.update(staff).set({ name, language }).where(eq(staff.id, person.id));
    if (name !== person.name) await recordAudit(tx, person, "name-changed", { staffId: person.id });
  });
}

/**
 * Changes the own password, ends every session, and answers the token of a new one for who is here. Throws Problem
 * `wrong_password` or `weak_password` (path `newPassword`).
 */
export async function changeOwnPassword(
  person: Person,
  { password, newPassword }: { password: string; newPassword: string },
  visit: Visit,
): Promise<string> {
  const row = await assertOwnPassword(person, password);
  assertGoodPassword(newPassword, row, "newPassword");
  const passwordHash = await hashPassword(newPassword);
  await db.transaction(async (tx) => {
    await tx.update(staff).set({ passwordHash }).where(eq(staff.id, row.id));
    await endSessionsOf(tx, row.id);
    await recordAudit(tx, person, "password-changed", { staffId: row.id });
  });
  return startSession({ id: row.id, sessionVersion: row.sessionVersion + 1 }, visit);
}
