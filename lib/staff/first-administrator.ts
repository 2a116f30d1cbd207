import { sql } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import { oneTimeLinks, staff } from "#db/schema.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { environment } from "#lib/environment.ts";
import { Problem } from "#lib/problem.ts";
import type { NewAdministrator } from "./input.ts";
import { linksFor, makeLink, validLink } from "./one-time-link.ts";
import { assertGoodPassword, hashPassword } from "./password.ts";

const PURPOSE = "first_administrator";
const VALID_HOURS = 24;

type Given = { ADMIN_EMAIL?: string; ADMIN_PASSWORD?: string };

/**
 * At each start. While there is no staff: makes the administrator that the settings name, or answers with the path of a
 * fresh link that makes one (valid once, for a day; links of earlier starts are void). Null when somebody is there.
 * Throws Problem `invalid` when the password of the settings is too weak.
 */
export async function prepareFirstAdministrator(given: Given = environment()): Promise<string | null> {
  if (await hasStaff(db)) return null;
  const { ADMIN_EMAIL: email, ADMIN_PASSWORD: password } = given;
  if (email === undefined || password === undefined) return makeSetupLink();
  assertGoodSetting(password);
  await prepareNamed({ name: email.split("@", 1)[0] ?? email, email: email.toLowerCase(), password });
  return null;
}

/** Whether the link of this token can still make the first administrator. */
export async function isSetupLink(token: string, now = new Date()): Promise<boolean> {
  if (await hasStaff(db)) return false;
  return (await db.$count(oneTimeLinks, validLink(PURPOSE, token, now))) > 0;
}

/**
 * Uses the link up and makes the first administrator: once, however many try at the same moment. Answers with the row
 * that a session is started for. Throws Problem `not_found` for a link that is used, void or too old, and `invalid` for
 * a weak password, which leaves the link as it is.
 */
export async function createFirstAdministrator(token: string, who: NewAdministrator, place = "", now = new Date()) {
  assertGoodPassword(who.password, who);
  const row = await rowOf(who);
  return alone(async (tx) => {
    const used = await tx
      .delete(oneTimeLinks)
      .where(validLink(PURPOSE, token, now))
      .returning();
    if (used.length === 0 || (await hasStaff(tx))) throw linkIsVoid();
    const [made] = await tx.insert(staff).values(row).returning({ id: staff.id, sessionVersion: staff.sessionVersion });
    if (!made) throw linkIsVoid();
    await recordAudit(tx, { staffId: made.id, apiKeyId: null, place }, "staff-joined", { staffId: made.id });
    return made;
  });
}

/** Whoever runs the server may hold it by a password with the own name in it; only what anybody would guess stops the start. */
function assertGoodSetting(password: string): void {
  try {
    assertGoodPassword(password);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new Problem("invalid", error.code, `ADMIN_PASSWORD cannot be used. ${error.message}`);
  }
}

async function prepareNamed(who: NewAdministrator): Promise<void> {
  const row = await rowOf(who);
  await alone(async (tx) => {
    if (await hasStaff(tx)) return; // another server was first
    const [made] = await tx.insert(staff).values(row).returning({ id: staff.id });
    if (!made) throw new Error("An insert answered no row.");
    await recordAudit(tx, { staffId: made.id, apiKeyId: null }, "staff-joined", { staffId: made.id });
    await tx.delete(oneTimeLinks).where(linksFor(PURPOSE));
  });
}

async function makeSetupLink(): Promise<string | null> {
  return alone(async (tx) => ((await hasStaff(tx)) ? null : `/setup/${await makeLink(tx, PURPOSE, VALID_HOURS)}`));
}

/** One after the other: no two find the staff empty and both make somebody. */
async function alone<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`lock table ${staff} in share row exclusive mode`);
    return work(tx);
  });
}

async function hasStaff(on: Pick<Tx, "select">): Promise<boolean> {
  return (await on.select({ id: staff.id }).from(staff).limit(1)).length > 0;
}

async function rowOf({ name, email, password }: NewAdministrator) {
  const passwordHash = await hashPassword(password);
  return { name, email, passwordHash, role: "administrator" as const, mayExport: true };
}

const linkIsVoid = () =>
  new Problem(
    "not_found",
    "link_is_void",
    "This link is not valid any more. Start Rollbook again: while it has no administrator, each start prints a new link.",
  );
