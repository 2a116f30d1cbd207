import type { Profile } from "#lib/profiles/profile.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import type { Speaker, Words } from "#lib/text/words.ts";
import type { Import } from "../import.ts";
import { openFile } from "../open-file.ts";
import { cellReader, type ReadCell } from "../read-cell.ts";
import { UnreadableFile } from "../reading/file-fault.ts";
import { fileFaultWords } from "../reading/file-fault-words.ts";
import { rowFaultWords } from "../reading/row-fault-words.ts";
import { unlessMovedOn } from "../unless-moved-on.ts";

export type FirstRow = { line: number; cells: ReadCell[]; wrong?: Words };

/**
 * The first rows of an import's file just as the check would read them; a sentence where the file cannot be read, null when
 * the import has moved on since it was found.
 */
export async function firstRows(
  person: Person,
  found: Import,
  profile: Profile,
  count: number,
  t: Speaker,
): Promise<FirstRow[] | Words | null> {
  authorize(person, "imports.view");
  try {
    const batch = await unlessMovedOn(found, () => firstBatch(found));
    if (!batch) return null;
    const show = (found.mapping ?? []).map(({ target }) => cellReader(target, found, profile, t));
    return batch.slice(0, count).map((row) => {
      if ("cells" in row) return { line: row.line, cells: row.cells.map((raw, at) => show[at]?.(raw) ?? asIs(raw)) };
      return { line: row.line, cells: row.raw.map(asIs), wrong: rowFaultWords(row.fault) };
    });
  } catch (error) {
    if (error instanceof UnreadableFile) return fileFaultWords(error.fault);
    throw error;
  }
}

async function firstBatch(found: Import) {
  const file = await openFile(found);
  const batch = await file.batches.next();
  await file.batches.return();
  return batch.done ? [] : batch.value;
}

const asIs = (raw: string): ReadCell => ({ raw, read: raw });
