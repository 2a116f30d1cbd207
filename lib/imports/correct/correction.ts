import { and, eq, isNotNull } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { importLines } from "#db/schema.ts";

/** What a person wrote in the place of a row that was rejected: all of its cells. */
export type Correction = { cells: string[]; by: number | null; at: Date };

/** How many rows a person has corrected in an import. */
export const countCorrections = (from: Db | Tx, importId: number): Promise<number> =>
  from.$count(importLines, and(eq(importLines.importId, importId), isNotNull(importLines.corrected)));

/** Everything that was corrected in an import, by line. Typed by hand, so there is room for it. */
export async function correctionsOf(from: Db | Tx, importId: number): Promise<Map<number, Correction>> {
  const rows = await from
    .select({
      line: importLines.line,
      cells: importLines.corrected,
      by: importLines.correctedBy,
      at: importLines.correctedAt,
    })
    .from(importLines)
    .where(and(eq(importLines.importId, importId), isNotNull(importLines.corrected)));
  return new Map(rows.map(({ line, cells, by, at }) => [line, { cells: cells ?? [], by, at: at ?? new Date() }]));
}
