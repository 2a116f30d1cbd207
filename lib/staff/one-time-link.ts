import { and, eq, gt, type SQL } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { oneTimeLinks } from "#db/schema.ts";
import { hashToken, newToken } from "./hash.ts";

type Purpose = typeof oneTimeLinks.$inferSelect.purpose;

/** Makes a link's token, and voids earlier ones for the same. It stands nowhere else: the table keeps a hash. */
export async function makeLink(tx: Db | Tx, purpose: Purpose, hours: number, staffId?: number): Promise<string> {
  const token = newToken();
  await tx.delete(oneTimeLinks).where(linksFor(purpose, staffId));
  const expiresAt = new Date(Date.now() + hours * 60 * 60 * 1000);
  await tx.insert(oneTimeLinks).values({ tokenHash: hashToken(token), purpose, expiresAt, staffId });
  return token;
}

/** Those that were made for this, whatever their age. */
export const linksFor = (purpose: Purpose, staffId?: number): SQL | undefined =>
  and(eq(oneTimeLinks.purpose, purpose), staffId === undefined ? undefined : eq(oneTimeLinks.staffId, staffId));

/** The one with this token, while it is valid. */
export const validLink = (purpose: Purpose, token: string, now: Date): SQL | undefined =>
  and(eq(oneTimeLinks.tokenHash, hashToken(token)), eq(oneTimeLinks.purpose, purpose), gt(oneTimeLinks.expiresAt, now));
