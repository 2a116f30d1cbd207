import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { NOW } from "#db/now.ts";
import { imports } from "#db/schema.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { enqueue, profileQueue } from "#lib/jobs/enqueue.ts";
import { Problem } from "#lib/problem.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { NO_FAILURE } from "#lib/text/failure.ts";
import { words } from "#lib/text/words.ts";
import { refuseCommand } from "./change-state.ts";
import { uncheckedIn } from "./correct/check-again.ts";
import { type Import, type ImportOptions, leavesTooMany } from "./import.ts";
import { holdImport } from "./ready-import.ts";
import { mayAsk } from "./states.ts";

/**
 * Asks for what the review promised. Asking twice does it once. `confirmedLeaving`: how many leave, as the person was
 * told, needed for an Overwrite that lets more than a fifth leave; a program may say that any number may, here or when it
 * sent the file. Throws Problem `import_state`, `leaving_unconfirmed` or `corrections_unchecked`.
 */
export async function requestApply(
  person: Person,
  importId: number,
  confirmedLeaving: number | "any" | null,
): Promise<void> {
  authorize(person, "imports.run");
  await db.transaction(async (tx) => {
    const found = await holdImport(tx, importId);
    if (found.state === "ready" && found.applyRequestedAt !== null) return;
    if (!mayAsk("apply", found.state)) refuseCommand("apply", found);
    assertLeavingConfirmed(found, confirmedLeaving);
    const unchecked = await uncheckedIn(tx, found);
    if (unchecked > 0) throw uncheckedRows(unchecked);
    await tx
      .update(imports)
      .set({ applyRequestedAt: NOW, options: asPromised(person, found, confirmedLeaving), ...NO_FAILURE })
      .where(eq(imports.id, importId));
    const { id, profileId } = found;
    await recordAudit(tx, person, "import-applied", { importId: id, profileId });
    await enqueue(tx, "apply-import", { importId: id }, { queue: profileQueue(profileId), key: `apply-${id}` });
  });
}

/**
 * What holds at Apply, should the profile have changed by then: a person agreed to the numbers that were shown and to no
 * others, also of an import that a program sent; a program may have said that any number may leave.
 */
function asPromised(person: Person, { options }: Import, confirmed: number | "any" | null): ImportOptions {
  return {
    ...options,
    autoApply: options.autoApply && person.kind === "key",
    confirmLeave: options.confirmLeave || confirmed === "any",
  };
}

function assertLeavingConfirmed({ action, review, options }: Import, confirmed: number | "any" | null): void {
  if (action !== "overwrite" || !review || !leavesTooMany(review)) return;
  if (options.confirmLeave || confirmed === "any" || confirmed === review.leaving) return;
  throw new Problem(
    "conflict",
    "leaving_unconfirmed",
    words(
      "{leaving, number} of {members, plural, one {# member} other {# members}} would leave the profile. Confirm that number to apply.",
      { leaving: review.leaving, members: review.members },
    ),
  );
}

const uncheckedRows = (count: number) =>
  new Problem(
    "conflict",
    "corrections_unchecked",
    words(
      "{count, plural, one {# row was} other {# rows were}} corrected and not checked yet. Check the import again, then apply.",
      { count },
    ),
  );
