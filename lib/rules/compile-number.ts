import { type SQL, sql } from "drizzle-orm";
import type { FieldCondition } from "./rule.ts";

/** Null when the operator is none of numbers. */
export function compileNumber(column: SQL, condition: FieldCondition): SQL | null {
  switch (condition.op) {
    case "=":
      return sql`${column} = ${numeric(condition.value)}`;
    case "!=":
      return sql`${column} <> ${numeric(condition.value)}`;
    case ">":
      return sql`${column} > ${numeric(condition.value)}`;
    case ">=":
      return sql`${column} >= ${numeric(condition.value)}`;
    case "<":
      return sql`${column} < ${numeric(condition.value)}`;
    case "<=":
      return sql`${column} <= ${numeric(condition.value)}`;
    case "between": {
      const [low, high] = condition.value;
      if (typeof low !== "number" || typeof high !== "number") return null;
      return sql`${column} between ${numeric(low)} and ${numeric(high)}`;
    }
    default:
      return null;
  }
}

/** The shortest decimal that is this number: what the person wrote. */
const numeric = (value: number): SQL => sql`${String(value)}::numeric`;
