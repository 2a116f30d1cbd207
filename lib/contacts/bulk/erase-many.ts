import { eraseChosen } from "../erase-chosen.ts";
import { erasedHashInSql } from "../erased.ts";
import type { Outcome, Run } from "./run-bulk-action.ts";

/** As `eraseContact`, for many. */
export async function eraseMany({ tx }: Run): Promise<Outcome> {
  return { changed: await eraseChosen(tx, await erasedHashInSql()), left: [] };
}
