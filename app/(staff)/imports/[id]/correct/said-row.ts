import type { Translator } from "#components/words/translator.ts";
import type { RowToCorrect } from "#lib/imports/correct/rows-to-correct.ts";

/** A row whose faults are said in the reader's language: the browser has not all sentences. */
export type SaidRow = Omit<RowToCorrect, "why" | "cells"> & {
  why: string;
  cells: { raw: string; read: string; wrong: string | undefined }[];
};

export const saidRow = (row: RowToCorrect, t: Translator): SaidRow => ({
  ...row,
  why: t.words(row.why),
  cells: row.cells.map(({ wrong, ...cell }) => ({ ...cell, wrong: wrong && t.words(wrong) })),
});
