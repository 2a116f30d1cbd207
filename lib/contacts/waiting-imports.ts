import { inArray, type SQL, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { imports } from "#db/schema.ts";
import { fileTable } from "#db/staging-table.ts";
import { keyedTables } from "./journals.ts";

export type WaitingImport = { id: number; profileName: string; fileName: string };

/**
 * The imports that are not applied yet and hold somebody of `keys` (a query of one column `key`): among the rows that
 * were read, or in the text of a file that was not read yet. In a workbook that was not read yet nobody is found; whoever
 * is erased by then is left out when it is.
 */
export async function waitingImportsWith(from: Db | Tx, keys: SQL): Promise<WaitingImport[]> {
  const ids = new Set<number>();
  for (const { importId, holds, name } of await keyedTables(from)) {
    if (holds === "staged" && (await exists(from, sql`select from ${name} s join (${keys}) k on k.key = s.key`))) {
      ids.add(importId);
    }
  }
  const few = await fewOf(from, keys);
  for (const importId of await unreadFiles(from)) {
    const found = few ? anywhereInFile(importId, few) : amongWordsOfFile(importId, keys);
    if (await exists(from, found)) ids.add(importId);
  }
  if (ids.size === 0) return [];
  return from
    .select({ id: imports.id, profileName: imports.profileName, fileName: imports.fileName })
    .from(imports)
    .where(inArray(imports.id, [...ids]));
}

async function exists(from: Db | Tx, query: SQL): Promise<boolean> {
  const { rows } = await from.execute<{ found: boolean }>(sql`select exists (${query}) as found`);
  return rows[0]?.found ?? false;
}

/** Above it, to look for each anywhere in a file of a hundred megabytes would take too long. */
const FEW = 20;

async function fewOf(from: Db | Tx, keys: SQL): Promise<string[] | null> {
  const { rows } = await from.execute<{ key: string }>(sql`select k.key from (${keys}) k limit ${FEW + 1}`);
  return rows.length > FEW ? null : rows.map(({ key }) => key);
}

async function unreadFiles(from: Db | Tx): Promise<number[]> {
  const { rows } = await from.execute<{ id: string }>(sql`
    select id from imports
    where state in ('columns', 'checking') and to_regclass('staging.import_' || id || '_file') is not null`);
  return rows.map(({ id }) => Number(id));
}

const anywhereInFile = (importId: number, keys: string[]): SQL => sql`
  select from ${pieces(importId)}
  where exists (select from unnest(${sql.param(keys)}::text[]) key where position(key in piece.text) > 0)`;

/** Of any number of keys, those that stand by themselves. */
const amongWordsOfFile = (importId: number, keys: SQL): SQL => sql`
  select from ${pieces(importId)}
  cross join lateral string_to_table(translate(piece.text, ${AROUND_WORDS}, ${" ".repeat(AROUND_WORDS.length)}), ' ') word
  join (${keys}) k on k.key = word`;

/** White space, what stands around addresses, and the delimiters of files. */
const AROUND_WORDS = '\t\r\n<>,;:|"()';

/** The bytes as ASCII, with what follows in the next piece; UTF-16 has a zero byte beside each letter. */
const pieces = (importId: number): SQL => sql`(
  select lower(replace(encode(bytes || coalesce(substr(lead(bytes) over (order by position), 1, 600), ''), 'escape'), '\\000', ''))
    as text
  from ${fileTable(importId)}
) piece`;
