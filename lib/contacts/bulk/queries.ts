import { desc, eq, lt } from "drizzle-orm";
import { type Db, db, type Tx } from "#db/client.ts";
import { bulkActions } from "#db/schema.ts";
import { Problem } from "#lib/problem.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import type { Words } from "#lib/text/words.ts";
import { type BulkAction, type Left, loggedDeed } from "./bulk-action.ts";

/** One action over many contacts. Throws Problem `bulk_action_not_found`. */
export async function bulkActionById(person: Person, id: number): Promise<BulkAction> {
  authorize(person, "contacts.view");
  return (await loadBulkAction(db, id)).action;
}

/** As `bulkActionById`, for the job, with the selection as it was kept. */
export async function loadBulkAction(from: Db | Tx, id: number): Promise<{ action: BulkAction; selection: unknown }> {
  const [row] = Number.isSafeInteger(id) ? await from.select().from(bulkActions).where(eq(bulkActions.id, id)) : [];
  if (!row) throw new Problem("not_found", "bulk_action_not_found", "There is no such action.");
  return { action: asAction(row), selection: row.selection };
}

/** The latest first, and whether there are more. `before`: the last id of the page before. */
export async function listBulkActions(
  person: Person,
  { before, limit }: { before?: number; limit: number },
): Promise<{ items: BulkAction[]; more: boolean }> {
  authorize(person, "contacts.view");
  const rows = await db
    .select()
    .from(bulkActions)
    .where(before === undefined ? undefined : lt(bulkActions.id, before))
    .orderBy(desc(bulkActions.id))
    .limit(limit + 1);
  return { items: rows.slice(0, limit).map(asAction), more: rows.length > limit };
}

function asAction({ selection: _, ...row }: typeof bulkActions.$inferSelect): BulkAction {
  return {
    ...row,
    deed: loggedDeed.parse({ ...(row.parameters as object), kind: row.kind }),
    report: row.report as Left[],
    errorWords: row.errorWords as Words | null,
  };
}
