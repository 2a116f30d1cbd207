import { dateOrderCollector } from "#lib/fields/date-order.ts";
import { decimalSignCollector } from "#lib/fields/decimal-sign.ts";
import type { Field, FieldType } from "#lib/fields/field.ts";
import type { ColumnMapping, ImportOptions } from "../import.ts";

export type Finder = {
  see(cells: readonly string[]): void;
  /** What the values seen so far say; nothing where they fit any way or no way better than another. */
  found(): NonNullable<ImportOptions["found"]>;
  /** What they leave open, although there are some: read as is usual, for want of a sign. */
  open(): { dateOrder: boolean; decimal: boolean };
};

/**
 * Watches the date and number columns of a whole file for how they are written: a single 31/01 decides what a million
 * others leave open. What a person chose by hand is not looked for.
 */
export function makeFinder(mapping: ColumnMapping[], fields: readonly Field[], options: ImportOptions): Finder {
  const dates = options.dateOrder ? [] : columnsOf(mapping, fields, ["date", "datetime"]);
  const numbers = options.decimal ? [] : columnsOf(mapping, fields, ["number"]);
  const dateOrder = dateOrderCollector();
  const decimalSign = decimalSignCollector();
  let looked = 0;

  return {
    see(cells) {
      for (const at of dates) {
        const cell = cells[at] ?? "";
        if (cell !== "" && !isIsoDate(cell)) {
          dateOrder.add(cell);
          looked++;
        }
      }
      for (const at of numbers) {
        const cell = cells[at] ?? "";
        if (cell.includes(",") || cell.includes(".")) {
          decimalSign.add(cell);
          looked++;
        }
      }
    },
    found() {
      if (looked === 0) return {};
      const { order } = dateOrder.result();
      const { sign } = decimalSign.result();
      return {
        ...(order === "ambiguous" || order === "ymd" ? {} : { dateOrder: order }),
        ...(sign === "ambiguous" ? {} : { decimal: sign }),
      };
    },
    open() {
      const { order, fits } = dateOrder.result();
      const { sign, fits: numbersThatFit } = decimalSign.result();
      return {
        dateOrder: order === "ambiguous" && fits.dmy > 0,
        decimal: sign === "ambiguous" && numbersThatFit["."] > 0,
      };
    },
  };
}

function columnsOf(mapping: ColumnMapping[], fields: readonly Field[], types: FieldType[]): number[] {
  return mapping.flatMap(({ target }, at) => {
    const field = target?.kind === "field" && fields.find((each) => each.id === target.fieldId);
    return field && types.includes(field.type) ? [at] : [];
  });
}

/** A year in front: the same day in every order. Most exports are written so, and they need no look. */
const isIsoDate = (cell: string): boolean => cell.charCodeAt(4) === 0x2d && cell.charCodeAt(7) === 0x2d;
