import { eq, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { memberTableName } from "#db/member-table.ts";
import { contacts, imports, profiles } from "#db/schema.ts";
import type { Import } from "#lib/imports/import.ts";

/** An import, and whom it touched, as if it had been made that many days ago. */
export async function dateBack({ id, profileId, appliedAt }: Import, days: number): Promise<void> {
  const earlier = (column: unknown) => sql`${column} - make_interval(days => ${days}::int)`;
  await db.transaction(async (tx) => {
    await tx
      .update(imports)
      .set({
        createdAt: earlier(imports.createdAt),
        receivedAt: earlier(imports.receivedAt),
        checkedAt: earlier(imports.checkedAt),
        applyRequestedAt: earlier(imports.applyRequestedAt),
        applyStartedAt: earlier(imports.applyStartedAt),
        appliedAt: earlier(imports.appliedAt),
        finishedAt: earlier(imports.finishedAt),
        undoneAt: earlier(imports.undoneAt),
      })
      .where(eq(imports.id, id));
    if (appliedAt === null) return;
    const at = sql`${appliedAt}::timestamptz`;
    await tx
      .update(profiles)
      .set({ lastImportAt: earlier(profiles.lastImportAt) })
      .where(eq(profiles.id, profileId));
    await tx
      .update(contacts)
      .set({ createdAt: earlier(contacts.createdAt) })
      .where(eq(contacts.importId, id));
    await tx
      .update(contacts)
      .set({ statusChangedAt: earlier(contacts.statusChangedAt) })
      .where(eq(contacts.statusChangedAt, at));
    await tx.execute(sql`
      update ${memberTableName(profileId)} set updated_at = ${earlier(sql`updated_at`)},
        created_at = case when import_id = ${id} then ${earlier(sql`created_at`)} else created_at end
      where updated_at = ${at}`);
  });
}
