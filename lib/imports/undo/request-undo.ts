import { and, eq, gt, inArray } from "drizzle-orm";
import { type Db, db, type Tx } from "#db/client.ts";
import { NOW } from "#db/now.ts";
import { imports, profiles } from "#db/schema.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { enqueue, profileQueue } from "#lib/jobs/enqueue.ts";
import { Problem } from "#lib/problem.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { NO_FAILURE } from "#lib/text/failure.ts";
import { words } from "#lib/text/words.ts";
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
      .set({ undoRequestedAt: NOW, ...NO_FAILURE })
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
      words(
        "The profile “{name}” was deleted since, and what undo would need went with it. Its contacts are still in the repository.",
        { name: found.profileName },
      ),
    );
  }
  if (found.forgottenAt !== null) {
    const old = words("An import can be undone for {days, number} days. This one is older.", { days: KEEP_DAYS });
    return new Problem("conflict", "undo_too_old", old);
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
    words("A later import ({id}) has changed “{name}” since. Undo that one first.", {
      id: String(later.id),
      name: found.profileName,
    }),
  );
}
