import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { imports } from "#db/schema.ts";
import { enqueue, profileQueue } from "#lib/jobs/enqueue.ts";
import { Problem } from "#lib/problem.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { refuseCommand } from "./change-state.ts";
import { leavesTooMany } from "./import.ts";
import { loadImport } from "./queries.ts";
import { mayAsk } from "./states.ts";

/**
 * Asks for what the review promised. Asking twice does it once. `confirmedLeaving`: how many leave, as the person was
 * told, needed for an Overwrite that lets more than a fifth leave. Throws Problem `import_state` or `leaving_unconfirmed`.
 */
export async function requestApply(person: Person, importId: number, confirmedLeaving: number | null): Promise<void> {
  authorize(person, "imports.run");
  const found = await loadImport(db, importId);
  if (found.state === "ready" && found.applyRequestedAt !== null) return;
  if (!mayAsk("apply", found.state)) refuseCommand("apply", found);
  if (
    found.action === "overwrite" &&
    found.review &&
    leavesTooMany(found.review) &&
    confirmedLeaving !== found.review.leaving
  ) {
    throw new Problem(
      "conflict",
      "leaving_unconfirmed",
      `${found.review.leaving.toLocaleString("en")} of ${found.review.members.toLocaleString("en")} members would leave the profile. Confirm that number to apply.`,
    );
  }
  await db.transaction(async (tx) => {
    await tx
      .update(imports)
      .set({ applyRequestedAt: new Date(), errorCode: null, errorMessage: null })
      .where(eq(imports.id, importId));
    const { id, profileId } = found;
    await enqueue(tx, "apply-import", { importId: id }, { queue: profileQueue(profileId), key: `apply-${id}` });
  });
}
