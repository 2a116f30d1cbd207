import { type SQL, sql } from "drizzle-orm";
import { LIST_OPS, type ListOp, TEXT_OPS, type TextOp } from "./operators.ts";
import type { FieldCondition } from "./rule.ts";

/** `folded`: the column's own collation leaves case and accents aside. `bytes`: lower-case ASCII, compared byte by byte. */
export type TextColumn = { column: SQL; compares: "folded" | "bytes" };

export type TextCondition = { op: TextOp; value: string } | { op: ListOp; value: string[] };

export function isTextCondition(condition: FieldCondition): condition is FieldCondition & TextCondition {
  return TEXT_AND_LIST.has(condition.op);
}

const TEXT_AND_LIST: ReadonlySet<string> = new Set([...TEXT_OPS, ...LIST_OPS]);

/** Every text operator leaves case and accents aside. */
export function compileText(text: TextColumn, condition: TextCondition): SQL {
  switch (condition.op) {
    case "is":
      return equals(text, condition.value);
    case "is not":
      return sql`(${equals(text, condition.value)}) is not true`;
    case "one of":
      return oneOf(text, condition.value);
    case "none of":
      return sql`(${oneOf(text, condition.value)}) is not true`;
    case "contains":
      return like(text, "%", condition.value, "%");
    case "not contains":
      return sql`(${like(text, "%", condition.value, "%")}) is not true`;
    case "starts with":
      return like(text, "", condition.value, "%");
    case "ends with":
      return like(text, "%", condition.value, "");
    default:
      return condition satisfies never;
  }
}

function equals({ column, compares }: TextColumn, value: string): SQL {
  if (compares === "folded") return sql`${column} = ${value}`;
  return isAscii(value) ? sql`${column} = ${value.toLowerCase()}` : sql`${folded(column)} = ${value}`;
}

function oneOf({ column, compares }: TextColumn, values: string[]): SQL {
  if (compares === "folded") return sql`${column} = any(${sql.param(values)}::text[])`;
  const plain = values.filter(isAscii).map((value) => value.toLowerCase());
  const rest = values.filter((value) => !isAscii(value));
  const found = sql`${column} = any(${sql.param(plain)}::text[])`;
  return rest.length === 0 ? found : sql`(${found} or ${folded(column)} = any(${sql.param(rest)}::text[]))`;
}

function like({ column, compares }: TextColumn, before: string, value: string, after: string): SQL {
  const bytes = compares === "bytes" && isAscii(value);
  const pattern = before + escapePattern(bytes ? value.toLowerCase() : value) + after;
  return bytes || compares === "folded" ? sql`${column} like ${pattern}` : sql`${folded(column)} like ${pattern}`;
}

/** The column has no collation that leaves accents aside; an index on it is of no use to these few. */
const folded = (column: SQL): SQL => sql`${column} collate rollbook_text`;

const escapePattern = (value: string): string => value.replace(/[\\%_]/g, "\\$&");

function isAscii(value: string): boolean {
  for (let i = 0; i < value.length; i++) if (value.charCodeAt(i) > 0x7f) return false;
  return true;
}
