import { and, eq, isNull, lt, or } from "drizzle-orm";
import { db } from "#db/client.ts";
import { apiKeys, staff } from "#db/schema.ts";
import { type Actor, recordAudit } from "#lib/audit/record.ts";
import { madeOnce, type SentForm } from "#lib/http/sent-form.ts";
import { Problem } from "#lib/problem.ts";
import { unlessDiskFull } from "#lib/text/sql-state.ts";
import { hashToken, newToken } from "./hash.ts";
import { type Person, ROLES, type Role } from "./permissions.ts";

const PREFIX = "rb_";
const SHAPE = /^rb_[A-Za-z0-9_-]{43}$/;
const MINUTE = 60 * 1000;

export type NewKey = {
  name: string;
  role: Role;
  /** The member of staff whose permissions bound the key's; null for a key of the installation. */
  staffId: number | null;
  expiresAt?: Date | null;
};

/**
 * Makes a key for the API. The answer is the only place where it stands; the table keeps a hash. `by`: nobody on the
 * server's own command line. A form that comes twice (`sent`) makes one key: the text that was shown last opens it, for
 * the browser of whoever pressed twice has thrown the first answer away.
 */
export async function makeKey(
  wanted: NewKey,
  by: Actor = { staffId: null, apiKeyId: null },
  sent?: SentForm,
): Promise<string> {
  const name = wanted.name.trim();
  if (name === "" || name.length > 100 || /\p{Cc}/u.test(name)) {
    throw new Problem("invalid", "key_name", "Give the key a name of 1 to 100 characters.", [
      { path: "name", message: "Give the key a name of 1 to 100 characters." },
    ]);
  }
  const key = PREFIX + newToken();
  const { role, staffId: ownerId } = wanted;
  await db.transaction(async (tx) => {
    const { id, again } = await madeOnce(tx, sent, async () => {
      const [made] = await tx
        .insert(apiKeys)
        .values({ ...wanted, name, keyHash: hashToken(key) })
        .returning({ id: apiKeys.id });
      if (!made) throw new Error("An insert answered no row.");
      await recordAudit(tx, by, "key-made", { madeKeyId: made.id, ownerId, role });
      return made.id;
    });
    if (again)
      await tx
        .update(apiKeys)
        .set({ keyHash: hashToken(key) })
        .where(eq(apiKeys.id, id));
  });
  return key;
}

/**
 * The person of a key; null for one that is unknown, expired or revoked, or whose member of staff is disabled.
 * Notes when the key was last used, at most once a minute.
 */
export async function personOfKey(key: string, now = new Date()): Promise<Person | null> {
  if (!SHAPE.test(key)) return null;
  const [row] = await db
    .select({ key: apiKeys, owner: staff })
    .from(apiKeys)
    .leftJoin(staff, eq(staff.id, apiKeys.staffId))
    .where(eq(apiKeys.keyHash, hashToken(key)));
  if (!row || isKeyOver(row.key, now) || (row.key.staffId !== null && (!row.owner || row.owner.disabledAt)))
    return null;
  await noteUsed(row.key.id, now);

  const { id, name, role, staffId } = row.key;
  return {
    kind: "key",
    id,
    staffId,
    apiKeyId: id,
    name,
    role: row.owner ? lesser(role, row.owner.role) : role,
    mayExport: row.owner ? row.owner.mayExport || row.owner.role === "administrator" : true,
  };
}

/** Whether it opens nothing any more. */
export function isKeyOver(
  { revokedAt, expiresAt }: { revokedAt: Date | null; expiresAt: Date | null },
  now: Date,
): boolean {
  return revokedAt !== null || (expiresAt !== null && expiresAt <= now);
}

/** Where there is no room to write it down, the key works all the same. */
async function noteUsed(id: number, now: Date): Promise<void> {
  const longAgo = or(isNull(apiKeys.lastUsedAt), lt(apiKeys.lastUsedAt, new Date(now.getTime() - MINUTE)));
  await db
    .update(apiKeys)
    .set({ lastUsedAt: now })
    .where(and(eq(apiKeys.id, id), longAgo))
    .catch(unlessDiskFull);
}

/** A key may do no more than whom it belongs to. */
export const lesser = (one: Role, other: Role): Role => (ROLES.indexOf(one) > ROLES.indexOf(other) ? one : other);
