import { db, type Tx } from "#db/client.ts";
import { bulkActions } from "#db/schema.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { madeBefore, madeOnce, type SentForm } from "#lib/http/sent-form.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { Problem } from "#lib/problem.ts";
import { loadProfile } from "#lib/profiles/queries.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { words } from "#lib/text/words.ts";
import { type BulkDeed, PERMISSION_OF } from "./bulk-action.ts";
import { assertFits } from "./fits.ts";
import { countSelected, type Selection } from "./selection.ts";

/**
 * Starts an action over many contacts, as a job; answers its id. `expected`: the number that the person was told. A form
 * that comes twice (`sent`) starts one: the second is not asked how many are meant, for the first may have changed it.
 * Throws Problem `selection_changed` when it is another one now, `nobody_selected`, and what `assertFits` throws.
 */
export async function startBulkAction(
  person: Person,
  selection: Selection,
  deed: BulkDeed,
  expected: number,
  sent?: SentForm,
): Promise<number> {
  authorize(person, PERMISSION_OF[deed.kind]);
  const before = await madeBefore(sent);
  if (before !== null) return before;
  const profile = selection.profileId === null ? null : await loadProfile(db, selection.profileId);
  const { kind, ...parameters } = { ...deed, ...(await assertFits(db, profile, deed)) };
  const now = await countSelected(person, selection);
  if (now !== expected) throw selectionChanged(expected, now);
  if (now === 0) throw nobodySelected();
  const start = async (tx: Tx) => {
    const [row] = await tx
      .insert(bulkActions)
      .values({
        kind,
        parameters,
        selection,
        profileId: selection.profileId,
        profileName: profile?.name ?? "",
        expected,
        createdBy: person.staffId,
        apiKeyId: person.apiKeyId,
      })
      .returning({ id: bulkActions.id });
    if (!row) throw new Error("An insert answered no row.");
    await recordAudit(tx, person, "bulk-action", { bulkActionId: row.id, deed: kind, contacts: expected });
    await enqueue(tx, "bulk-action", { bulkActionId: row.id }, { queue: "bulk-actions" });
    return row.id;
  };
  const { id } = await db.transaction((tx) => madeOnce(tx, sent, () => start(tx)));
  return id;
}

export const nobodySelected = () =>
  new Problem("conflict", "nobody_selected", "Nobody is chosen. Tick rows of the list first.");

export function selectionChanged(expected: number, now: number): Problem {
  return new Problem(
    "conflict",
    "selection_changed",
    words(
      "You were told {expected, number}, and now {now, number} are meant: somebody changed the contacts meanwhile. Nothing was changed. Look at the number, then confirm again.",
      { expected, now },
    ),
  );
}
