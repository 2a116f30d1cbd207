import type { Client } from "pg";
import type { Tx } from "#db/client.ts";
import { createRowsTable, dropRowsTable, rowsCopyTarget } from "#db/staging-table.ts";
import { erasedKeys } from "#lib/contacts/erased.ts";
import type { Field } from "#lib/fields/field.ts";
import type { Reading } from "#lib/fields/reading.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { type Correction, correctionsOf } from "../correct/correction.ts";
import type { Import, ImportOptions } from "../import.ts";
import { type ImportNotice, noticesOf } from "../notices.ts";
import { openFile } from "../open-file.ts";
import { makeFinder } from "./finder.ts";
import { readingOf } from "./reading-of.ts";
import { asEveryCell } from "./required-fields.ts";
import { makeRowParser } from "./row-parser.ts";
import { RowSink } from "./row-sink.ts";
import { correctedRow, takeRow } from "./take-row.ts";

/** Hears how much of the file has been read. */
export type OnProgress = (bytes: number, rows: number) => void;

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
 * Reads every row of the file into `staging.import_<id>_rows`, and those that cannot go in into the log. A row that a
 * person corrected is read as corrected. Where the whole column shows that dates or decimals are written otherwise than
 * assumed, the file is read once more.
 *
 * `client` is the connection that `tx` runs on. `onProgress` hears what was read so far.
 */
export async function readRows(
  tx: Tx,
  client: Client,
  started: Import,
  profile: Profile,
  onProgress: OnProgress,
): Promise<RowsRead> {
  const corrections = await correctionsOf(tx, started.id);
  const first = await readOnce(tx, client, started, profile, started.options, corrections, onProgress);
  if (!first.again) return first;
  const options = { ...started.options, found: first.found };
  return readOnce(tx, client, started, profile, options, corrections, onProgress);
}

async function readOnce(
  tx: Tx,
  client: Client,
  started: Import,
  profile: Profile,
  options: ImportOptions,
  corrections: Map<number, Correction>,
  onProgress: OnProgress,
): Promise<RowsRead & { again: boolean }> {
  const mapping = started.mapping ?? [];
  const reading = readingOf(options);
  const heldTo = profile.fields.map((field) => asEveryCell(field, started));
  const parser = makeRowParser(mapping, heldTo, profile.keyKind, reading, await erasedKeys(tx));
  const fields = parser.fieldIds.flatMap((id) => profile.fields.find((field) => field.id === id) ?? []);
  const finder = makeFinder(mapping, profile.fields, options);
  await forgetEarlierCheck(tx, client, started.id);
  await createRowsTable(tx, started.id, fields);

  let rows = 0;
  const file = await openFile(started, (bytes) => onProgress(bytes, rows));
  const sink = new RowSink(client, started.id, file.header, rowsCopyTarget(started.id, parser.fieldIds));
  try {
    for await (const batch of file.batches) {
      rows += batch.length;
      for (const row of batch) {
        const correction = corrections.get(row.line);
        const read = correction ? correctedRow(row.line, correction, file.header.length) : row;
        if ("cells" in read) finder.see(read.cells);
        const wait = takeRow(row, read, correction, parser, sink);
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
    notices: noticesOf(started, file, finder.open()),
    again: readsOtherwise(reading, readingOf({ ...options, found })),
  };
}

/** The values say other than what they were read with: what was assumed, or found while the columns were others. */
const readsOtherwise = (one: Reading, other: Reading): boolean =>
  one.dateOrder !== other.dateOrder || one.decimal !== other.decimal;

async function forgetEarlierCheck(tx: Tx, client: Client, importId: number): Promise<void> {
  await dropRowsTable(tx, importId);
  await client.query("delete from import_lines where import_id = $1", [importId]);
}
