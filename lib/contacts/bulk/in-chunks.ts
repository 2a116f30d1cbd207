import { type SQL, sql } from "drizzle-orm";
import type { Run } from "./run-bulk-action.ts";

/** Few enough that a page sees progress, many enough that a statement's cost does not count. */
const CHUNK = 20_000;

/** Calls `work` for one stretch of `chosen` after another, and tells how far it is. `within` is its condition on `chosen`. */
export async function inChunks({ chosen, progress }: Run, work: (within: SQL) => Promise<void>): Promise<void> {
  for (let done = 0; done < chosen; done += CHUNK) {
    await work(sql`chosen.place > ${done} and chosen.place <= ${done + CHUNK}`);
    await progress(Math.min(done + CHUNK, chosen));
  }
}
