import type { Correction } from "../correct/correction.ts";
import { DEFAULT_LIMITS } from "../reading/limits.ts";
import type { CellWarning, Row } from "../reading/row.ts";
import { cellsFault } from "../reading/row-fault.ts";
import { type BadCell, ERASED, type ParsedRow, type RowParser } from "./row-parser.ts";
import type { LogLine, RowSink } from "./row-sink.ts";

/** The row as a person corrected it, held to the same limits as one of the file. */
export function correctedRow(line: number, { cells }: Correction, width: number): Row {
  const fault = cellsFault(cells, width, DEFAULT_LIMITS.maxCellChars);
  return fault ? { line, fault, raw: cells } : { line, cells };
}

/**
 * Puts one row where it belongs: `read` is `came` itself, or what a correction made of it. Answers a promise only when
 * there is something to wait for: a million of them would cost a second.
 */
export function takeRow(
  came: Row,
  read: Row,
  correction: Correction | undefined,
  parser: RowParser,
  sink: RowSink,
): Promise<unknown> | undefined {
  const parsed = parseRow(read, parser);
  if (!parsed.ok) {
    const { bad, key } = parsed;
    // Of somebody who was erased nothing is kept, not even what was corrected.
    if (bad.reason === ERASED) return sink.reject({ line: came.line, bad, judged: [], cells: [], key });
    return sink.reject({ line: came.line, bad, judged: cellsOf(read), cells: cellsOf(came), key, correction });
  }
  if (parsed.warnings === null && !correction) return sink.row(came.line, parsed.key, parsed.values);
  return logThenWrite(came, read, correction, parsed, parser, sink);
}

/** One after the other: all go through one connection. */
async function logThenWrite(
  came: Row,
  read: Row,
  correction: Correction | undefined,
  { key, values, warnings }: Extract<ParsedRow, { ok: true }>,
  parser: RowParser,
  sink: RowSink,
): Promise<void> {
  const about = { line: came.line, judged: cellsOf(read), cells: cellsOf(came), key } satisfies Partial<LogLine>;
  for (const bad of warnings ?? []) await sink.warn({ ...about, bad });
  if (correction) await sink.corrected({ ...about, bad: whyRejected(came, parser), judged: about.cells, correction });
  await sink.row(came.line, key, values);
}

function parseRow(row: Row, parser: RowParser): ParsedRow {
  if ("fault" in row) {
    const place = "column" in row.fault ? row.fault.column : 0;
    return { ok: false, key: null, bad: { place, reason: row.fault.code } };
  }
  const parsed = parser.parse(row);
  if (!parsed.ok || !row.warnings) return parsed;
  return { ...parsed, warnings: allWarnings(parsed.warnings ?? [], row.warnings) };
}

/** Of a corrected row: what was wrong with it as it came, if that is still wrong the way the file is read now. */
function whyRejected(came: Row, parser: RowParser): BadCell {
  const parsed = parseRow(came, parser);
  return parsed.ok ? { place: 0, reason: "corrected" } : parsed.bad;
}

const cellsOf = (row: Row): string[] => ("fault" in row ? row.raw : row.cells);

/** One for each cell: that it was left empty says more than how it was written. */
function allWarnings(ofValues: BadCell[], ofReader: CellWarning[]): BadCell[] {
  const others = ofReader.filter(({ column }) => !ofValues.some(({ place }) => place === column));
  return [...ofValues, ...others.map(({ column, code }) => ({ place: column, reason: code }))];
}
