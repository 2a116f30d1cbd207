import { expect } from "vitest";
import type { WholeReading } from "./reading-for-tests.ts";
import type { Row } from "./row.ts";

/** One record as it stands in a file, and what is to come of it. */
export type WrittenRecord = {
  text: string;
  outcome: "read" | "rejected" | "blank";
  cells: string[];
  /** From 1: cells that hold a quote and are not quoted. */
  strayColumns?: number[];
};

/** Random numbers from 0 to 99. */
export type Dice = { next(): { value: number } };

/** A sound record: quotes the cells that must be quoted, and every third that need not. */
export function writeRecord(cells: string[], delimiter: string, dice: Dice): WrittenRecord {
  const quoted = cells.map((cell) => {
    const must = cell.includes('"') || cell.includes(delimiter) || /[\r\n]/.test(cell);
    return must || roll(dice, 3) === 0 ? `"${cell.replaceAll('"', '""')}"` : cell;
  });
  const blank = cells.every((cell) => cell.trim() === "");
  return { text: quoted.join(delimiter), outcome: blank ? "blank" : "read", cells };
}

/** The file with random line ends, and what a reader has to make of it. The first record is the header. */
export function writeFile(records: WrittenRecord[], dice: Dice): { text: string; reading: WholeReading } {
  const reading: WholeReading = {
    header: records[0]?.cells ?? [],
    rows: [],
    counts: { read: 0, rejected: 0, blank: 0 },
  };
  let text = "";
  let line = 1;
  for (const [index, record] of records.entries()) {
    text += record.text + lineEnd(record, records[index + 1], dice);
    if (index > 0) reading.counts[record.outcome]++;
    if (index > 0 && record.outcome !== "blank") reading.rows.push(rowOf(record, line));
    line += 1 + (record.text.match(/\r\n|\r|\n/g)?.length ?? 0);
  }
  return { text, reading };
}

export function roll(dice: Dice, sides: number): number {
  return dice.next().value % sides;
}

/** The last record that is not an empty line may end with the file; a CR before an empty line could be half of a CRLF. */
function lineEnd(record: WrittenRecord, next: WrittenRecord | undefined, dice: Dice): string {
  if (next === undefined && record.text !== "" && roll(dice, 2) === 0) return "";
  const ends = next?.text === "" ? ["\n", "\r\n"] : ["\n", "\r\n", "\r"];
  return ends[roll(dice, ends.length)] ?? "\n";
}

/** Which fault a rejected row has is for other tests to say. */
function rowOf({ outcome, cells, strayColumns }: WrittenRecord, line: number): Row {
  const warnings = strayColumns?.map((column) => ({
    code: "stray_quote" as const,
    column,
    value: cells[column - 1] ?? "",
  }));
  if (outcome === "read") return warnings ? { line, cells, warnings } : { line, cells };
  return { line, raw: cells, fault: expect.anything() };
}
