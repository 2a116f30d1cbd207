import { type SQL, sql } from "drizzle-orm";
import { fold } from "#lib/fields/fold.ts";
import { hasPart, likePattern } from "./folded-text.ts";
import { LIST_OPS, type ListOp, TEXT_OPS, type TextOp } from "./operators.ts";
import type { FieldCondition } from "./rule.ts";

/** `folded`: the column's own collation leaves case and accents aside. `bytes`: holds small ASCII letters only. */
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
      return part(text, condition.value, "anywhere");
    case "not contains":
      return sql`(${part(text, condition.value, "anywhere")}) is not true`;
    case "starts with":
      return part(text, condition.value, "start");
    case "ends with":
      return part(text, condition.value, "end");
    default:
      return condition satisfies never;
  }
}

function equals({ column, compares }: TextColumn, value: string): SQL {
  return sql`${column} = ${compares === "folded" ? value : fold(value)}`;
}

function oneOf({ column, compares }: TextColumn, values: string[]): SQL {
  return sql`${column} = any(${sql.param(compares === "folded" ? values : values.map(fold))}::text[])`;
}

/** Keys and phones are folded already; then an index serves a pattern that starts with letters. */
function part({ column, compares }: TextColumn, value: string, where: "anywhere" | "start" | "end"): SQL {
  return compares === "folded" ? hasPart(column, value, where) : sql`${column} like ${likePattern(fold(value), where)}`;
}
