import type { Profile } from "#lib/profiles/profile.ts";
import { staffNames } from "#lib/staff/names.ts";
import type { Person } from "#lib/staff/permissions.ts";
import type { Speaker, Words } from "#lib/text/words.ts";
import type { Import } from "../import.ts";
import { lineInWords } from "../line-words.ts";

import { type ImportLine, type LineFilter, listLines } from "../queries.ts";
import { cellReader, type ReadCell } from "../read-cell.ts";
import { cellsToCorrect } from "./correct-rows.ts";

/** A rejected row with its cells as they stand now, each judged as the check would. */
export type RowToCorrect = {
  line: number;
  place: number;
  /** Why it was rejected, in whole sentences. */
  why: Words;
  /** The file could not be told into these cells: look at `came`, then say that they are right. */
  unsure: boolean;
  /** As the file has it; empty of a person who was erased, and then there is nothing to correct. */
  came: string[];
  /** In the order of the columns. */
  cells: ReadCell[];
  correctedBy: string | null;
  correctedAt: Date | null;
};

export type CorrectFilter = Omit<LineFilter, "outcome"> & { outcome: "rejected" | "corrected" };

/** The rejected rows of an import, or those that went in as corrected, in the file's order; and whether there are more. */
export async function rowsToCorrect(
  person: Person,
  found: Import,
  profile: Profile,
  filter: CorrectFilter,
  t: Speaker,
): Promise<{ items: RowToCorrect[]; more: boolean }> {
  const { items, more } = await listLines(person, found.id, filter);
  const names = await staffNames(items.flatMap(({ correctedBy }) => correctedBy ?? []));
  const readersFor = (isNew: boolean) =>
    (found.mapping ?? []).map(({ target }) => cellReader(target, found, profile, t, isNew));
  const [ofAll, ofNew] = [readersFor(false), readersFor(true)];
  // A blank cell that was refused is wrong; where another one was, it is not known whether the person is new.
  const readersOf = ({ place }: ImportLine) => ofAll.map((read, at) => (at === place - 1 ? (ofNew[at] ?? read) : read));
  return { items: items.map((line) => asRow(line, found, profile, readersOf(line), names)), more };
}

function asRow(
  line: ImportLine,
  found: Import,
  profile: Profile,
  readers: ((raw: string) => ReadCell)[],
  names: Map<number, string>,
): RowToCorrect {
  const cells = cellsToCorrect(line, readers.length);
  return {
    line: line.line,
    place: line.place,
    why: lineInWords(line, found, profile),
    unsure: line.corrected === null && UNSURE.has(line.reason),
    came: line.cells ?? [],
    cells: cells.map((raw, at) => readers[at]?.(raw) ?? { raw, read: raw }),
    correctedBy: line.correctedBy === null ? null : (names.get(line.correctedBy) ?? null),
    correctedAt: line.corrected === null ? null : line.correctedAt,
  };
}

const UNSURE: ReadonlySet<string> = new Set(["column_count", "quote"]);
