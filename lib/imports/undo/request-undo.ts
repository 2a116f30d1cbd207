import { and, eq, gt, inArray } from "drizzle-orm";
import { type Db, db, type Tx } from "#db/client.ts";
import { imports, profiles } from "#db/schema.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { enqueue, profileQueue } from "#lib/jobs/enqueue.ts";
import { Problem } from "#lib/problem.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { refuseCommand } from "../change-state.ts";
import { KEEP_DAYS } from "../forget-old-imports.ts";
import type { Import } from "../import.ts";
import { loadImport } from "../queries.ts";
import { mayAsk } from "../states.ts";

/** Asks for the undo of a Done import. Asking twice does it once. Throws the Problem of `whyNotUndo`. */
export async function requestUndo(person: Person, importId: number): Promise<void> {
  authorize(person, "imports.run");
  const found = await loadImport(db, importId);
  if (found.undoRequestedAt !== null && found.state === "done") return;
  if (!mayAsk("undo", found.state)) refuseCommand("undo", found);
  const why = await whyNotUndo(db, found);
  if (why) throw why;
  await db.transaction(async (tx) => {
    await tx
      .update(imports)
      .set({ undoRequestedAt: new Date(), errorCode: null, errorMessage: null })
      .where(eq(imports.id, importId));
    await recordAudit(tx, person, "import-undone", { importId, profileId: found.profileId });
    await enqueue(tx, "undo-import", { importId }, { queue: profileQueue(found.profileId), key: `undo-${importId}` });
  });
}

/** Why a Done import cannot be undone any more; null when it can: until a later import of the profile, or 30 days. */
export async function whyNotUndo(from: Db | Tx, found: Import): Promise<Problem | null> {
  if ((await from.$count(profiles, eq(profiles.id, found.profileId))) === 0) {
    return new Problem(
      "conflict",
      "undo_profile_gone",
      `The profile “${found.profileName}” was deleted since, and what undo would need went with it. Its contacts are still in the repository.`,
    );
  }
  if (found.forgottenAt !== null) {
    return new Problem("conflict", "undo_too_old", `An import can be undone for ${KEEP_DAYS} days. This one is older.`);
  }
  const [later] = await from
    .select({ id: imports.id })
    .from(imports)
    .where(
      and(
        eq(imports.profileId, found.profileId),
        gt(imports.appliedAt, found.appliedAt ?? new Date()),
        inArray(imports.state, ["done"]),
      ),
    )
    .limit(1);
  if (!later) return null;
  return new Problem(
    "conflict",
    "undo_later_import",
    `A later import (${later.id}) has changed “${found.profileName}” since. Undo that one first.`,
  );
}

/** As a page says it: null when the import can be undone, else the sentence why not. */
export async function mayUndo(found: Import): Promise<string | null> {
  return (await whyNotUndo(db, found))?.message ?? null;
}
