import { excerpt } from "../file-fault.ts";
import type { CellWarning, RowFault } from "../row.ts";
import { dateText } from "./date-text.ts";
import type { NumberKind } from "./number-format.ts";
import { numberText } from "./number-text.ts";
import type { SharedStrings } from "./shared-strings.ts";

/** A cell as its XML has it. `value` is undefined where it holds nothing but a style or a formula. */
export type RawCell = { type: string; style: number; value: string | undefined; formula: boolean };

/** What the whole workbook says of its cells. */
export type CellContext = { strings: SharedStrings; styles: readonly NumberKind[]; date1904: boolean };

/** What a cell says, and what is to be said of it. */
export type CellText = {
  text: string;
  warning?: Omit<CellWarning, "column">;
  fault?: Omit<Extract<RowFault, { code: "date_serial" }>, "column">;
};

export function cellText(cell: RawCell, context: CellContext): CellText {
  const { value } = cell;
  if (value === undefined) return cell.formula ? withWarning("", "error_cell", "a formula without a result") : EMPTY;
  switch (cell.type) {
    case "s":
      return value.trim() === "" ? EMPTY : { text: withoutEscapes(context.strings.get(Number(value))) };
    case "str":
    case "inlineStr":
      return { text: withoutEscapes(value) };
    case "b":
      return { text: BOOLEANS.get(value.trim()) ?? value };
    case "e":
      return withWarning("", "error_cell", value);
    case "d":
      return { text: isoDate(value) };
    default:
      return numberCell(value.trim(), context.styles[cell.style] ?? "number", context.date1904);
  }
}

const EMPTY: CellText = { text: "" };

/** As Excel's own CSV writes them in English. */
const BOOLEANS = new Map([
  ["1", "TRUE"],
  ["true", "TRUE"],
  ["0", "FALSE"],
  ["false", "FALSE"],
]);

function withWarning(text: string, code: CellWarning["code"], value: string): CellText {
  return { text, warning: { code, value: excerpt(value) } };
}

/** Signs that XML cannot hold are written as `_x000D_`, and an underscore that would look so as `_x005F_`. */
function withoutEscapes(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** A strict workbook may write a date out: `2023-03-15T00:00:00Z`. */
function isoDate(value: string): string {
  const [, date, time] = ISO_DATE.exec(value.trim()) ?? [];
  if (date === undefined) return value;
  return time === undefined || time === "00:00:00" ? date : `${date} ${time}`;
}

const ISO_DATE = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)(?:\.\d{1,9})?Z?)?$/;

function numberCell(value: string, kind: NumberKind, date1904: boolean): CellText {
  const serial = Number(value);
  if (typeof kind === "object" || kind === "number" || value === "" || Number.isNaN(serial)) {
    const { text, lost } = numberText(value);
    const shown = typeof kind === "object" && /^\d+$/.test(text) ? text.padStart(kind.zeros, "0") : text;
    return lost ? withWarning(shown, "precision_lost", shown) : { text: shown };
  }
  const text = dateText(serial, kind, date1904);
  return text === undefined ? { text: value, fault: { code: "date_serial", value: excerpt(value) } } : { text };
}
