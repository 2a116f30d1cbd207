import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { NOW } from "#db/now.ts";
import { importLines } from "#db/schema.ts";
import { dropStaging } from "#db/staging-table.ts";
import { failure } from "#lib/text/failure.ts";
import { words } from "#lib/text/words.ts";
import { changeState } from "./change-state.ts";

/** Ends an import whose file holds somebody who was erased: the file cannot be kept. */
export async function cancelForErased(tx: Tx, importId: number): Promise<void> {
  const cancelled = await changeState(tx, importId, "cancelled", {
    finishedAt: NOW,
    columnProfiles: null,
    ...failure(
      "person_erased",
      words(
        "A person in this file was erased, so the file was removed and nothing of it was imported. Import it again: that person is left out.",
      ),
    ),
  });
  if (!cancelled) return;
  await tx.delete(importLines).where(eq(importLines.importId, importId));
  await dropStaging(tx, importId);
}
