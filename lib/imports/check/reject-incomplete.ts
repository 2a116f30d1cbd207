import { type SQL, sql } from "drizzle-orm";
import type { Client } from "pg";
import type { Tx } from "#db/client.ts";
import { fieldName, memberTableName } from "#db/member-table.ts";
import { rowsCopyTarget } from "#db/staging-table.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { type Correction, correctionsOf } from "../correct/correction.ts";
import type { Import } from "../import.ts";
import { openFile } from "../open-file.ts";
import { readingOf } from "./reading-of.ts";
import { makeRowParser, type RowParser } from "./row-parser.ts";
import { RowSink } from "./row-sink.ts";
import { brings } from "./stage-rows.ts";
import { correctedRow, takeRow } from "./take-row.ts";

/** Why somebody new is rejected where no column of the file goes to a field that must not be empty. */
export const REQUIRED_COLUMN = "required_column";

/**
 * Append or Update takes a row of a member that lacks what must not be empty, since the member has it. Nobody joins
 * without it: such rows leave `rows` (the rows table, or the staging table when the profile has changed since) for the
 * log. Their cells are read from the file once more, only when there are any.
 *
 * Answers how many there were, and how many warnings the log had of them.
 */
export async function rejectIncomplete(
  tx: Tx,
  client: Client,
  started: Import,
  profile: Profile,
  rows: SQL,
): Promise<{ rejected: number; warnings: number }> {
  const required = profile.fields.filter((field) => field.required);
  if (started.action !== "append-or-update" || required.length === 0) return NONE;
  const brought = required.filter((field) => brings(started.mapping, field)).map(({ id }) => fieldName(id));
  const lacks = brought.length < required.length ? [sql`true`] : brought.map((name) => sql`r.${name} is null`);
  const incomplete = sql`${rows} r where (${sql.join(lacks, sql` or `)})
    and not exists (select from ${memberTableName(profile.id)} m where m.key = r.key)`;
  // Whether there are a few or a million of them decides how they are looked up.
  await tx.execute(sql`analyze ${rows} (${sql.join([sql`key`, ...brought], sql`, `)})`);
  const lines = linesOf(tx, incomplete);
  const first = await lines.next();
  if (first.done) return NONE;
  const corrections = await correctionsOf(tx, started.id);
  const warnings = await forgetLines(tx, started.id, incomplete);
  const rejected = await logRows(client, started, profile, corrections, first.value, lines);
  await tx.execute(sql`delete from ${rows} where line in (select r.line from ${incomplete})`);
  return { rejected, warnings };
}

const NONE = { rejected: 0, warnings: 0 };

/** The lines in the file's order, some thousands in memory at a time. */
async function* linesOf(tx: Tx, incomplete: SQL): AsyncGenerator<number, void> {
  await tx.execute(sql`declare incomplete no scroll cursor for select r.line from ${incomplete} order by r.line`);
  for (;;) {
    const { rows } = await tx.execute<{ line: string }>(sql`fetch 10000 from incomplete`);
    for (const { line } of rows) yield Number(line);
    if (rows.length === 0) break;
  }
  await tx.execute(sql`close incomplete`);
}

/** What the log said of them while they were to go in. Answers how many warnings there were. */
async function forgetLines(tx: Tx, importId: number, incomplete: SQL): Promise<number> {
  const { rows } = await tx.execute<{ warnings: number }>(sql`
    with gone as (
      delete from import_lines where import_id = ${importId} and outcome in ('warning', 'corrected')
        and line in (select r.line from ${incomplete}) returning outcome
    )
    select count(*) filter (where outcome = 'warning')::int as warnings from gone`);
  return rows[0]?.warnings ?? 0;
}

async function logRows(
  client: Client,
  started: Import,
  profile: Profile,
  corrections: Map<number, Correction>,
  first: number,
  lines: AsyncGenerator<number, void>,
): Promise<number> {
  const { id, mapping, options } = started;
  const parser = refusing(makeRowParser(mapping ?? [], profile.fields, profile.keyKind, readingOf(options)));
  const file = await openFile(started);
  const sink = new RowSink(client, id, file.header, rowsCopyTarget(id, []));
  let next: number | undefined = first;
  for await (const batch of file.batches) {
    for (const row of batch) {
      if (row.line !== next) continue;
      const correction = corrections.get(row.line);
      const read = correction ? correctedRow(row.line, correction, file.header.length) : row;
      await takeRow(row, read, correction, parser, sink);
      next = (await lines.next()).value ?? undefined;
    }
    if (next === undefined) break;
  }
  await sink.end();
  return sink.rejected;
}

/** Takes no row: either a cell is refused that must not be empty, or there is no such column. */
function refusing(parser: RowParser): RowParser {
  return {
    ...parser,
    parse(row) {
      const parsed = parser.parse(row);
      return parsed.ok ? { ok: false, key: parsed.key, bad: { place: 0, reason: REQUIRED_COLUMN } } : parsed;
    },
  };
}
