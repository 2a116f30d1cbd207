import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { secrets } from "#db/schema.ts";

const known = new Map<string, Buffer>();

/** 32 random bytes under this name, the same on every server of the installation; made when first asked for. */
export async function secret(name: string): Promise<Buffer> {
  const cached = known.get(name);
  if (cached) return cached;
  // Of two servers that come at once the first row stays, and both read that one.
  await db
    .insert(secrets)
    .values({ name, value: randomBytes(32) })
    .onConflictDoNothing();
  const [row] = await db.select({ value: secrets.value }).from(secrets).where(eq(secrets.name, name));
  if (!row) throw new Error(`The secret ${name} vanished while it was made.`);
  known.set(name, row.value);
  return row.value;
}
