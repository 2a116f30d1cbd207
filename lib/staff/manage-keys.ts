import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { apiKeys, staff } from "#db/schema.ts";
import { recordAudit } from "#lib/audit/record.ts";
import type { SentForm } from "#lib/http/sent-form.ts";
import { Problem } from "#lib/problem.ts";
import { words } from "#lib/text/words.ts";
import { isKeyOver, lesser, makeKey } from "./api-keys.ts";
import { authorize, type Person, type Role } from "./permissions.ts";
import { loadMember } from "./queries.ts";

export type ApiKey = {
  id: number;
  name: string;
  /** What it was given, and what it may now: never more than its owner. */
  role: Role;
  roleNow: Role;
  /** Null: of the installation, made on the server's command line. */
  owner: { id: number; name: string } | null;
  /** resting: its owner is disabled. */
  state: "active" | "resting" | "expired" | "revoked";
  createdAt: Date;
  lastUsedAt: Date | null;
  expiresAt: Date | null;
};

/** All of them, the latest first; those that open nothing any more at the end. */
export async function listKeys(person: Person, now = new Date()): Promise<ApiKey[]> {
  authorize(person, "keys.manage");
  const rows = await db
    .select({ key: apiKeys, owner: staff })
    .from(apiKeys)
    .leftJoin(staff, eq(staff.id, apiKeys.staffId))
    .orderBy(desc(apiKeys.id));
  const keys = rows.map(({ key: { keyHash: _, staffId: __, revokedAt, ...key }, owner }): ApiKey => {
    const over = isKeyOver({ ...key, revokedAt }, now);
    const state = revokedAt ? "revoked" : over ? "expired" : owner?.disabledAt ? "resting" : "active";
    return {
      ...key,
      roleNow: owner ? lesser(key.role, owner.role) : key.role,
      owner: owner && { id: owner.id, name: owner.name },
      state,
    };
  });
  return [...keys.filter(isUsable), ...keys.filter((key) => !isUsable(key))];
}

const isUsable = ({ state }: ApiKey) => state === "active" || state === "resting";

/** Throws Problem `key_not_found`. */
export async function keyById(person: Person, id: number): Promise<ApiKey> {
  const found = (await listKeys(person)).find((key) => key.id === id);
  if (!found) throw keyNotFound();
  return found;
}

/** Makes a key of a member of staff, one for a form that comes twice; the answer is the only place where it stands. Throws Problem `role_too_high`. */
export async function makeStaffKey(
  person: Person,
  wanted: { name: string; role: Role; staffId: number; expiresAt: Date | null },
  sent?: SentForm,
): Promise<string> {
  authorize(person, "keys.manage");
  const owner = await loadMember(db, wanted.staffId);
  if (owner.state === "disabled" || lesser(wanted.role, owner.role) !== wanted.role) {
    const { name } = owner;
    const message =
      owner.state === "disabled"
        ? words("{name} is disabled, so the key would open nothing.", { name })
        : words("{name} may do less than that. A key has at most the role of whom it belongs to.", { name });
    throw new Problem("invalid", "role_too_high", message, [{ path: "role", message }]);
  }
  return makeKey(wanted, person, sent);
}

/** From the next request on it opens nothing. Doing it twice does it once. Throws Problem `key_not_found`. */
export async function revokeKey(person: Person, id: number): Promise<void> {
  authorize(person, "keys.manage");
  await keyById(person, id);
  await db.transaction(async (tx) => {
    const revoked = await tx
      .update(apiKeys)
      .set({ revokedAt: sql`now()` })
      .where(and(eq(apiKeys.id, id), isNull(apiKeys.revokedAt)))
      .returning({ id: apiKeys.id });
    if (revoked.length > 0) await recordAudit(tx, person, "key-revoked", { revokedKeyId: id });
  });
}

const keyNotFound = () => new Problem("not_found", "key_not_found", "This key does not exist. Look at the list again.");
