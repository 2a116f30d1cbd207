import { eraseChosen } from "../erase-chosen.ts";
import { erasedHashInSql } from "../erased.ts";
import { inChunks } from "./in-chunks.ts";
import type { Outcome, Run } from "./run-bulk-action.ts";

/** As `eraseContact`, for many. */
export async function eraseMany(run: Run): Promise<Outcome> {
  const changed = await eraseChosen(run.tx, await erasedHashInSql(), (work) => inChunks(run, work));
  return { changed, left: [] };
}
