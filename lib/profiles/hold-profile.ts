import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { profiles } from "#db/schema.ts";

/*
 * What depends on a profile, and the profile's end: whichever comes first, the other one waits for it and then sees it.
 * Held to the end of the transaction. Neither waits for an import, which changes counts alone.
 */

/** For whoever makes something that depends on it. Look afterwards whether it is still there. */
export async function keepProfile(tx: Tx, id: number): Promise<void> {
  await tx.select({ id: profiles.id }).from(profiles).where(eq(profiles.id, id)).for("key share");
}

/** For whoever ends it. Look afterwards what depends on it. */
export async function claimProfile(tx: Tx, id: number): Promise<void> {
  await tx.select({ id: profiles.id }).from(profiles).where(eq(profiles.id, id)).for("update");
}
