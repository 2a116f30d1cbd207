import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { settings } from "#db/schema.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { authorize, type Person } from "./permissions.ts";

/** Whether everybody who signs in with a password must have a second factor too. */
export async function isTwoFactorRequired(): Promise<boolean> {
  const [row] = await db.select().from(settings).where(eq(settings.id, 1));
  return row?.requireTwoFactor ?? false;
}

/** Counts from the next request of each on: until they have set it up, only their own account is open to them. */
export async function requireTwoFactor(person: Person, requireTwoFactor: boolean): Promise<void> {
  authorize(person, "settings.manage");
  await db.transaction(async (tx) => {
    await tx
      .insert(settings)
      .values({ requireTwoFactor })
      .onConflictDoUpdate({ target: settings.id, set: { requireTwoFactor } });
    await recordAudit(tx, person, "settings-changed", { requireTwoFactor });
  });
}
