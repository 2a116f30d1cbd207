import { unescapeFormula } from "#lib/export/formula-safe.ts";
import type { Field } from "#lib/fields/field.ts";
import { type CellParser, emailKey, mobileKeyParser, parserFor, type Refusal } from "#lib/fields/parse-value.ts";
import type { Reading } from "#lib/fields/reading.ts";
import type { ColumnMapping } from "../import.ts";
import type { ReadRow } from "../reading/row.ts";

/** A cell that was refused: its place in the row from 1, and why. */
export type BadCell = { place: number; reason: string };

/** One row of the file, parsed. `values` stand in the order of `RowParser.fieldIds`. */
export type ParsedRow =
  | { ok: true; key: string; values: (string | null)[]; warnings: BadCell[] | null }
  | { ok: false; bad: BadCell; key: string | null };

/** Why the row of a person who was erased is rejected. Nothing of it is kept. */
export const ERASED = "erased";

export type RowParser = {
  /** The fields that the file brings, in the order of the values. */
  fieldIds: number[];
  parse(row: ReadRow): ParsedRow;
};

/**
 * Compiles a mapping into a parser of whole rows. A row is rejected for its first bad cell; a warning leaves its cell
 * empty. `isErased` tells for a key whether the person behind it was erased; null when nobody ever was.
 */
export function makeRowParser(
  mapping: ColumnMapping[],
  fields: readonly Field[],
  keyKind: "email" | "mobile",
  reading: Reading,
  isErased: ((key: string) => boolean) | null = null,
): RowParser {
  const parseKey = keyCellParser(keyKind, reading);
  const keyAt = mapping.findIndex(({ target }) => target?.kind === "key");
  const columns = fieldColumns(mapping, fields, reading);
  const fieldIds = columns.map((column) => column.fieldId);
  const width = columns.length;

  return {
    fieldIds,
    parse({ cells }) {
      const keyCell = written(cells[keyAt] ?? "");
      const key = parseKey(keyCell);
      if (typeof key !== "string") return { ok: false, key: null, bad: { place: keyAt + 1, reason: key.reason } };
      if (isErased?.(key)) return { ok: false, key: null, bad: { place: keyAt + 1, reason: ERASED } };
      const values = new Array<string | null>(width);
      let warnings = key.length === keyCell.length ? null : keyWarnings(keyCell, keyAt + 1);
      for (let index = 0; index < width; index++) {
        // The loop's bound says that it is there.
        const column = columns[index] as FieldColumnParser;
        const value = column.parse(cells[column.at] ?? "");
        if (value === null || typeof value === "string") values[index] = value;
        else if (value.keep) {
          values[index] = null;
          warnings = addTo(warnings, column.at + 1, value);
        } else return { ok: false, key, bad: { place: column.at + 1, reason: value.reason } };
      }
      return { ok: true, key, values, warnings };
    },
  };
}

/** The key that stands in a cell. Google writes several values into one cell; the first one is taken. */
export function keyCellParser(keyKind: "email" | "mobile", reading: Reading): (cell: string) => string | Refusal {
  const parse = keyKind === "email" ? emailKey : mobileKeyParser(reading.country);
  return (cell) => {
    const whole = parse(cell);
    return typeof whole === "string" || !cell.includes(SEVERAL) ? whole : parse(firstOf(cell));
  };
}

type FieldColumnParser = { at: number; fieldId: number; parse: CellParser };

function fieldColumns(mapping: ColumnMapping[], fields: readonly Field[], reading: Reading): FieldColumnParser[] {
  return mapping.flatMap(({ target }, at) => {
    const field = target?.kind === "field" && fields.find((each) => each.id === target.fieldId);
    if (!field) return [];
    const parse = parserFor(field, reading);
    return [{ at, fieldId: field.id, parse: (cell) => parse(written(cell)) }];
  });
}

/** An apostrophe in front comes from our own exports, or from a person who told a spreadsheet that it is text. */
export const written = (cell: string): string => (cell.charCodeAt(0) === 0x27 ? unescapeFormula(cell) : cell);

const SEVERAL = " ::: ";
const firstOf = (cell: string): string => cell.slice(0, cell.indexOf(SEVERAL));

/** What was taken off around the key, when it was more than spaces. */
function keyWarnings(cell: string, place: number): BadCell[] | null {
  if (cell.includes(SEVERAL)) return [{ place, reason: "first_of_several" }];
  return /<|^\s*mailto:/i.test(cell) ? [{ place, reason: "email_cleaned" }] : null;
}

function addTo(warnings: BadCell[] | null, place: number, { reason }: Refusal): BadCell[] {
  return [...(warnings ?? []), { place, reason }];
}
