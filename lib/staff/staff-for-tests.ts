import { db } from "#db/client.ts";
import { oneTimeLinks, recoveryCodes, settings, signInFailures, staff, staffTotp } from "#db/schema.ts";
import { hashPassword } from "./password.ts";
import type { Person, Role } from "./permissions.ts";

export const PASSWORD = "four words in a row";
export const VISIT = { place: "203.0.113.7", device: "Firefox on Linux" };

let passwordHash: Promise<string> | undefined;

/** Nobody works here yet. */
export async function forgetStaff(): Promise<void> {
  for (const table of [oneTimeLinks, recoveryCodes, staffTotp, settings, signInFailures, staff]) await db.delete(table);
}

/** Somebody with PASSWORD, as a signed-in person at VISIT. */
export async function hire(name: string, role: Role, mayExport = false): Promise<Person> {
  passwordHash ??= hashPassword(PASSWORD);
  const email = `${name.toLowerCase()}@example.com`;
  const [row] = await db
    .insert(staff)
    .values({ name, email, role, mayExport, passwordHash: await passwordHash })
    .returning({ id: staff.id });
  const id = row?.id ?? 0;
  return { kind: "staff", id, staffId: id, apiKeyId: null, name, role, mayExport, place: VISIT.place };
}

/** The code of the Problem that was thrown; null for none. */
export const codeOf = (asked: Promise<unknown>): Promise<string | null> =>
  asked.then(
    () => null,
    ({ code }) => code,
  );
