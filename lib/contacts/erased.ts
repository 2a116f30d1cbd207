import { createHmac } from "node:crypto";
import { eq, type SQL, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { erased } from "#db/schema.ts";
import { Problem } from "#lib/problem.ts";
import { secret } from "#lib/staff/secret.ts";

/*
 * Of an erased person a keyed hash remains, so that no form, program or import brings the address back. It is
 * HMAC-SHA-256 under a secret of the installation: worth nothing without it, and the same in JavaScript and in SQL.
 */

/** Throws Problem `contact_erased` when the person behind this key was erased. `hash` is `erasedHash(key)`. */
export async function assertNotErased(tx: Db | Tx, hash: Buffer): Promise<void> {
  const [row] = await tx.select({ at: erased.at }).from(erased).where(eq(erased.hash, hash));
  if (!row) return;
  throw new Problem(
    "conflict",
    "contact_erased",
    "This person was erased from Rollbook and asked not to come back, so the address cannot be added again.",
  );
}

/**
 * Tells for a key whether the person behind it was erased; null when nobody ever was. For imports, which ask it of every
 * row: 32 bytes in memory for each erased person.
 */
export async function erasedKeys(tx: Db | Tx): Promise<((key: string) => boolean) | null> {
  const rows = await tx.select({ hash: erased.hash }).from(erased);
  if (rows.length === 0) return null;
  const hashes = new Set(rows.map(({ hash }) => hash.toString("base64")));
  const own = await secret(SECRET);
  return (key) => hashes.has(createHmac("sha256", own).update(key).digest("base64"));
}

/** Of one key. Ask before the transaction begins: the secret may have to be read on another connection. */
export async function erasedHash(key: string): Promise<Buffer> {
  return createHmac("sha256", await secret(SECRET))
    .update(key)
    .digest();
}

/** The same of a text column, for many at once: `(key) => SQL` of type bytea. Ask before the transaction begins. */
export async function erasedHashInSql(): Promise<(key: SQL) => SQL> {
  const padded = Buffer.alloc(BLOCK);
  (await secret(SECRET)).copy(padded);
  const inner = padded.map((byte) => byte ^ 0x36);
  const outer = padded.map((byte) => byte ^ 0x5c);
  return (key) =>
    sql`sha256(${Buffer.from(outer)}::bytea || sha256(${Buffer.from(inner)}::bytea || convert_to(${key}, 'UTF8')))`;
}

const SECRET = "erased";
/** Of SHA-256, in bytes: the secret is shorter. */
const BLOCK = 64;
