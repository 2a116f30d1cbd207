import type { Client } from "pg";
import type { Tx } from "#db/client.ts";
import { createRowsTable, dropRowsTable, rowsCopyTarget } from "#db/staging-table.ts";
import { erasedKeys } from "#lib/contacts/erased.ts";
import type { Field } from "#lib/fields/field.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import type { ColumnMapping, Import, ImportOptions } from "../import.ts";
import { type ImportNotice, noticesOf } from "../notices.ts";
import { openFile } from "../open-file.ts";
import type { CellWarning, ReadRow, Row } from "../reading/row.ts";
import { makeFinder } from "./finder.ts";
import { readingOf } from "./reading-of.ts";
import { type BadCell, ERASED, makeRowParser, type RowParser } from "./row-parser.ts";
import { RowSink } from "./row-sink.ts";

export type RowsRead = {
  /** Rows with content. */
  read: number;
  rejected: number;
  blank: number;
  warnings: number;
  /** The fields that the file brings, whose columns the rows table has. */
  fields: Field[];
  found: ImportOptions["found"];
  notices: ImportNotice[];
};

/**
 * Reads every row of the file into `staging.import_<id>_rows`, and those that cannot go in into the log. Where the
 * whole column shows that dates or decimals are written otherwise than assumed, the file is read once more.
 *
 * `client` is the connection that `tx` runs on. `onProgress` hears the bytes read so far.
 */
export async function readRows(
  tx: Tx,
  client: Client,
  started: Import,
  profile: Profile,
  onProgress: (bytes: number) => void,
): Promise<RowsRead> {
  const mapping = started.mapping ?? [];
  const first = await readOnce(tx, client, started, mapping, profile, started.options, onProgress);
  if (!first.again) return first;
  const options = { ...started.options, found: first.found };
  return readOnce(tx, client, started, mapping, profile, options, onProgress);
}

async function readOnce(
  tx: Tx,
  client: Client,
  started: Import,
  mapping: ColumnMapping[],
  profile: Profile,
  options: ImportOptions,
  onProgress: (bytes: number) => void,
): Promise<RowsRead & { again: boolean }> {
  const reading = readingOf(options);
  const parser = makeRowParser(mapping, profile.fields, profile.keyKind, reading, await erasedKeys(tx));
  const fields = parser.fieldIds.flatMap((id) => profile.fields.find((field) => field.id === id) ?? []);
  const finder = makeFinder(mapping, profile.fields, options);
  await forgetEarlierCheck(tx, client, started.id);
  await createRowsTable(tx, started.id, fields);

  const file = await openFile(started, onProgress);
  const sink = new RowSink(client, started.id, file.header, rowsCopyTarget(started.id, parser.fieldIds));
  try {
    for await (const batch of file.batches) {
      for (const row of batch) {
        if ("cells" in row) finder.see(row.cells);
        const wait = take(row, parser, sink);
        if (wait) await wait;
      }
    }
  } catch (error) {
    await sink.abandon();
    throw error;
  }
  await sink.end();
  const found = finder.found();
  return {
    read: file.counts.read + file.counts.rejected,
    rejected: sink.rejected,
    blank: file.counts.blank,
    warnings: sink.warnings,
    fields,
    found,
    notices: noticesOf(started, file),
    again: finder.contradicts(reading),
  };
}

async function forgetEarlierCheck(tx: Tx, client: Client, importId: number): Promise<void> {
  await dropRowsTable(tx, importId);
  await client.query("delete from import_lines where import_id = $1", [importId]);
}

/** Answers a promise only when there is something to wait for: a million of them would cost a second. */
function take(row: Row, parser: RowParser, sink: RowSink): Promise<unknown> | undefined {
  if ("fault" in row) {
    return sink.reject(
      row.line,
      { place: "column" in row.fault ? row.fault.column : 0, reason: row.fault.code },
      row.raw,
      null,
    );
  }
  const parsed = parser.parse(row);
  if (!parsed.ok) return sink.reject(row.line, parsed.bad, parsed.bad.reason === ERASED ? [] : row.cells, parsed.key);
  const warnings = row.warnings ? allWarnings(parsed.warnings ?? [], row.warnings) : parsed.warnings;
  if (warnings === null) return sink.row(row.line, parsed.key, parsed.values);
  return warnThenWrite(row, parsed.key, parsed.values, warnings, sink);
}

/** One after the other: both go through one connection. */
async function warnThenWrite(
  row: ReadRow,
  key: string,
  values: (string | null)[],
  warnings: BadCell[],
  sink: RowSink,
): Promise<void> {
  for (const warning of warnings) await sink.warn(row.line, warning, row.cells, key);
  await sink.row(row.line, key, values);
}

/** One for each cell: that it was left empty says more than how it was written. */
function allWarnings(ofValues: BadCell[], ofReader: CellWarning[]): BadCell[] {
  const others = ofReader.filter(({ column }) => !ofValues.some(({ place }) => place === column));
  return [...ofValues, ...others.map(({ column, code }) => ({ place: column, reason: code }))];
}
