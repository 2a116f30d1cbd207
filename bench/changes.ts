import { join } from "node:path";
import { call, createProfile, importFile, waitFor } from "./support/api.ts";
import { writeContactsFile } from "./support/contacts-file.ts";
import { importFloor, updateFloor } from "./support/floor.ts";
import type { Installation } from "./support/installation.ts";
import type { Bench, Result } from "./support/result.ts";

/**
 * What follows the first import: an Append or Update in which every row changes, against its own floor; an Overwrite of
 * all by all, against the Append of this run; and the undo of each, against the import that it takes back.
 */
export const changesBench: Bench = async ({ installation, folder, rows }) => {
  const [first, changed] = [join(folder, "first.csv"), join(folder, "changed.csv")];
  await writeContactsFile(first, rows);
  await writeContactsFile(changed, rows, 1);
  await importFloor(installation.floorUrl, first);
  const floorSeconds = await updateFloor(installation.floorUrl, changed);

  const profile = await createProfile(installation, "Bench");
  const append = await timed(() => importFile(installation, profile, first, { action: "append" }, "done"));
  // Right after the Append, so that both meet a table without dead rows.
  const overwrite = await timed(() => importFile(installation, profile, changed, { action: "overwrite" }, "done"));
  const undoOverwrite = await timed(() => undo(installation, overwrite.answer.id));
  const update = await timed(() => importFile(installation, profile, changed, { action: "append-or-update" }, "done"));
  if (update.answer.counts.updated !== rows)
    throw new Error(`Not every row changed: ${JSON.stringify(update.answer.counts)}`);
  const undoUpdate = await timed(() => undo(installation, update.answer.id));
  const undoAppend = await timed(() => undo(installation, append.answer.id));
  return [
    against("append or update, every row changes", rows, update.seconds, floorSeconds, 2),
    against("overwrite, against append", rows, overwrite.seconds, append.seconds, 1),
    against("undo of append", rows, undoAppend.seconds, append.seconds, 1),
    against("undo of append or update", rows, undoUpdate.seconds, update.seconds, 1),
    against("undo of overwrite", rows, undoOverwrite.seconds, overwrite.seconds, 1),
  ];
};

async function undo(installation: Installation, id: number) {
  await call(installation, "POST", `/api/v1/imports/${id}/undo`);
  return waitFor(installation, id, "undone");
}

async function timed<Answer>(work: () => Promise<Answer>): Promise<{ seconds: number; answer: Answer }> {
  const begun = performance.now();
  const answer = await work();
  return { seconds: (performance.now() - begun) / 1000, answer };
}

function against(name: string, rows: number, seconds: number, floorSeconds: number, most: number): Result {
  const ratio = seconds / floorSeconds;
  const target = `at most ${most} × ${name.includes("against") ? "the append" : name.startsWith("undo") ? "the import" : "the floor"}`;
  return { name, rows, seconds, floorSeconds, ratio, perSecond: rows / seconds, target, met: ratio <= most };
}
