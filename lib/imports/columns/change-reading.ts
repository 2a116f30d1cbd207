import { eq } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import { importLines, imports } from "#db/schema.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { Problem } from "#lib/problem.ts";
import { loadProfile } from "#lib/profiles/queries.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { words } from "#lib/text/words.ts";
import { changeState, refuseCommand } from "../change-state.ts";
import { countCorrections } from "../correct/correction.ts";
import type { ImportOptions } from "../import.ts";
import { openFile } from "../open-file.ts";
import { loadImport } from "../queries.ts";
import { UnreadableFile } from "../reading/file-fault.ts";
import { fileFaultWords } from "../reading/file-fault-words.ts";
import type { CsvFormat } from "../reading/format.ts";
import type { Reading } from "../reading/row.ts";
import { mayAsk } from "../states.ts";
import { decideColumns } from "./decide-columns.ts";

/** How a person wants the file to be read; what is undefined is found from the file. */
export type ReadingChoice = { format: Partial<CsvFormat> } & Pick<ImportOptions, "dateOrder" | "decimal" | "country">;

/**
 * Reads the file of an import that waits for its columns otherwise: its header and where its columns go are told anew,
 * and its values are counted again. Where it falls into other cells, corrections of its rows are forgotten: so many as
 * the person was told, `mayForget`. Throws Problem `import_state`, `corrections_forgotten` when there are others, or
 * `unreadable` when the file cannot be read so.
 */
export async function changeReading(
  person: Person,
  importId: number,
  choice: ReadingChoice,
  mayForget: number,
): Promise<void> {
  authorize(person, "imports.run");
  const found = await loadImport(db, importId);
  if (!mayAsk("choose-columns", found.state)) refuseCommand("choose-columns", found);
  const { format, ...values } = choice;
  const before: Partial<CsvFormat> = { quote: '"', ...found.options.format };
  const chosen = found.options.format && { ...found.options.format, ...format };
  const other = Object.entries(format).filter(([name, value]) => before[name as keyof CsvFormat] !== value);
  const byHand = { ...found.options.byHand, ...Object.fromEntries(other) };
  // What its values say is told anew, as they may be other values now.
  const options: ImportOptions = { ...found.options, ...values, format: chosen, byHand, found: undefined };
  const start = await readStart({ ...found, options });
  const { header } = start;
  const same =
    header.length === found.mapping?.length && header.every((name, at) => name === found.mapping?.[at]?.column);
  const profile = await loadProfile(db, found.profileId);
  const mapping = same ? found.mapping : (await decideColumns(person, { ...found, options }, profile, start)).mapping;
  await db.transaction(async (tx) => {
    const change = { options, mapping, columnProfiles: null, progressDone: 0, progressTotal: 0 };
    await tx.update(imports).set(change).where(eq(imports.id, importId));
    if (!(await changeState(tx, importId, "columns", {}, ["columns"])))
      refuseCommand("choose-columns", await loadImport(tx, importId));
    if (other.length > 0) await forgetCorrections(tx, importId, mayForget);
    await enqueue(tx, "profile-columns", { importId }, { key: `columns-${importId}` });
  });
}

/** How many corrections of rows another way to read the file would forget. */
export async function countForgettable(person: Person, importId: number): Promise<number> {
  authorize(person, "imports.view");
  return countCorrections(db, importId);
}

async function forgetCorrections(tx: Tx, importId: number, mayForget: number): Promise<void> {
  const corrections = await countCorrections(tx, importId);
  if (corrections !== mayForget) {
    throw new Problem(
      "conflict",
      "corrections_forgotten",
      "Rows were corrected that would be forgotten now. Look at how many, then read the file so once more.",
    );
  }
  await tx.delete(importLines).where(eq(importLines.importId, importId));
}

async function readStart(found: Parameters<typeof openFile>[0]): Promise<Reading> {
  try {
    const file = await openFile(found);
    await file.batches.return();
    return file;
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    const why = words("The file cannot be read so. {why}", { why: fileFaultWords(error.fault) });
    throw new Problem("invalid", "unreadable", why);
  }
}
