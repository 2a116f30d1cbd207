import { and, eq, inArray } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import { NOW } from "#db/now.ts";
import { importLines } from "#db/schema.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import type { ImportLine } from "../queries.ts";
import { holdReadyImport } from "../ready-import.ts";

/** What a person typed into one rejected row. */
export type RowEdit = {
  line: number;
  /** By the column's place from 0; a column that is not named stays as it is. */
  cells: ReadonlyMap<number, string>;
  /** The row is right as it stands, although the file could not be told into these cells. */
  take: boolean;
};

/**
 * Keeps corrections of rejected rows beside the cells as the file has them; they count once the import is checked again
 * (`checkAgain`). A row that is typed back to what the file has is not corrected any more. Answers how many rows
 * changed. Throws Problem `import_state` unless the import is Ready.
 */
export async function correctRows(person: Person, importId: number, edits: readonly RowEdit[]): Promise<number> {
  authorize(person, "imports.run");
  return db.transaction(async (tx) => {
    const { mapping, profileId } = await holdReadyImport(tx, importId, "correct");
    const lines = await rejectedLines(
      tx,
      importId,
      edits.map(({ line }) => line),
    );
    let changed = 0;
    for (const edit of edits) {
      const line = lines.find((each) => each.line === edit.line);
      const corrected = line && correctionOf(line, edit, mapping?.length ?? 0);
      if (corrected === undefined) continue;
      await tx
        .update(importLines)
        .set({ corrected, correctedBy: person.staffId, correctedAt: NOW })
        .where(and(eq(importLines.importId, importId), eq(importLines.line, edit.line), CORRECTABLE));
      changed++;
    }
    if (changed > 0) await recordAudit(tx, person, "import-corrected", { importId, profileId, rows: changed });
    return changed;
  });
}

/** The cells of a row as a person finds them: corrected before, or as many of the file's as there are columns. */
export function cellsToCorrect({ corrected, cells }: Pick<ImportLine, "corrected" | "cells">, width: number): string[] {
  return corrected ?? Array.from({ length: width }, (_, at) => cells?.[at] ?? "");
}

/** How a form shows a cell, and sends it back when nobody touched it: forms end their lines with CR LF. */
export const asTyped = (cell: string): string => cell.replace(/\r\n|\r|\n/g, "\r\n");

const CORRECTABLE = inArray(importLines.outcome, ["rejected", "corrected"]);

const rejectedLines = (tx: Tx, importId: number, lines: number[]): Promise<ImportLine[]> =>
  tx
    .select()
    .from(importLines)
    .where(and(eq(importLines.importId, importId), inArray(importLines.line, lines), CORRECTABLE));

/** Undefined where nothing changes; null takes a correction back. Of somebody who was erased there are no cells to correct. */
function correctionOf(line: ImportLine, edit: RowEdit, width: number): string[] | null | undefined {
  if (line.cells === null || line.cells.length === 0) return undefined;
  const before = cellsToCorrect(line, width);
  const after = before.map((cell, at) => {
    const typed = edit.cells.get(at);
    return typed === undefined || asTyped(typed) === asTyped(cell) ? cell : typed.replaceAll("\r\n", "\n");
  });
  if (same(after, line.corrected ?? [])) return undefined;
  if (edit.take) return after;
  if (same(after, before)) return undefined;
  return same(after, line.cells) ? null : after;
}

const same = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((cell, at) => cell === other[at]);
