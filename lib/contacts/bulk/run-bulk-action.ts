import { and, eq, inArray } from "drizzle-orm";
import { db, openClient, over, type Tx } from "#db/client.ts";
import { NOW } from "#db/now.ts";
import { bulkActions } from "#db/schema.ts";
import { loadProfile } from "#lib/profiles/queries.ts";
import { choose } from "../chosen.ts";
import { erasedHashInSql } from "../erased.ts";
import { addToProfile } from "./add-to-profile.ts";
import { type BulkAction, type BulkDeed, bulkDeed, type Left } from "./bulk-action.ts";
import { eraseMany } from "./erase-many.ts";
import { explainFailure } from "./explain-failure.ts";
import { assertFits } from "./fits.ts";
import { lockFor } from "./lock-for.ts";
import { loadBulkAction } from "./queries.ts";
import { removeMany } from "./remove-many.ts";
import { type Selection, selectedKeys, selectionShape } from "./selection.ts";
import { setField } from "./set-field.ts";
import { selectionChanged } from "./start-bulk-action.ts";
import { statusOfMany } from "./status-of-many.ts";

/** What a deed works with: those who are meant are in the table `chosen`. */
export type Run<Deed extends BulkDeed = BulkDeed> = {
  tx: Tx;
  action: BulkAction;
  deed: Deed;
  /** How many are chosen. */
  chosen: number;
  /** Tells the page how many are done; on another connection, for the transaction is not seen yet. */
  progress(done: number): Promise<void>;
};

/** How many changed, and why the others did not. */
export type Outcome = { changed: number; left: Left[] };

/**
 * The job: does the whole action in one transaction, or nothing. It can be run again after a crash; an action that is
 * over is left alone. Throws what went wrong: see `failBulkAction`.
 */
export async function runBulkAction(bulkActionId: number): Promise<void> {
  const began = await db
    .update(bulkActions)
    .set({ state: "running", startedAt: NOW, done: 0 })
    .where(and(eq(bulkActions.id, bulkActionId), inArray(bulkActions.state, ["waiting", "running"])))
    .returning({ id: bulkActions.id });
  if (began.length === 0) return;
  await erasedHashInSql(); // its secret is at hand from here on
  const client = await openClient();
  try {
    await over(client).transaction((tx) => runIn(tx, bulkActionId));
  } finally {
    await client.end();
  }
}

async function runIn(tx: Tx, id: number): Promise<void> {
  const { action, selection: kept } = await loadBulkAction(tx, id);
  const selection = selectionShape.parse(kept);
  const deed = bulkDeed.parse(action.deed);
  await lockFor(tx, selection, deed);
  const profile = selection.profileId === null ? null : await loadProfile(tx, selection.profileId);
  await assertFits(tx, profile, deed);
  const chosen = await chooseSelected(tx, selection, action.expected);
  const progress = async (done: number) => {
    await db.update(bulkActions).set({ done }).where(eq(bulkActions.id, id));
  };
  const { changed, left } = await doDeed({ tx, action, deed, chosen, progress }, selection);
  const ended = await tx
    .update(bulkActions)
    .set({
      state: "done",
      done: chosen,
      changed,
      report: left.filter(({ count }) => count > 0),
      selection: {},
      finishedAt: NOW,
    })
    .where(and(eq(bulkActions.id, id), eq(bulkActions.state, "running")))
    .returning({ id: bulkActions.id });
  if (ended.length === 0) throw new Error("The action was ended by somebody else.");
}

/** Exactly as many as the person was told, or nobody. */
async function chooseSelected(tx: Tx, selection: Selection, expected: number): Promise<number> {
  const chosen = await choose(tx, await selectedKeys(tx, selection));
  if (chosen !== expected) throw selectionChanged(expected, chosen);
  return chosen;
}

function doDeed(run: Run, selection: Selection): Promise<Outcome> {
  const { deed } = run;
  switch (deed.kind) {
    case "status":
      return statusOfMany({ ...run, deed });
    case "set-field":
      return setField({ ...run, deed }, selection);
    case "add-to-profile":
      return addToProfile({ ...run, deed }, selection);
    case "remove":
      return removeMany(run, selection);
    case "erase":
      return eraseMany(run);
    default:
      return deed satisfies never;
  }
}

/** Ends an action as failed, with a sentence that says why: nothing was changed. */
export async function failBulkAction(bulkActionId: number, error: unknown): Promise<void> {
  await db
    .update(bulkActions)
    .set({ state: "failed", done: 0, ...explainFailure(error), selection: {}, finishedAt: NOW })
    .where(and(eq(bulkActions.id, bulkActionId), inArray(bulkActions.state, ["waiting", "running"])));
}
