import { type SQL, sql } from "drizzle-orm";
import { fieldColumn, type MemberTable } from "#db/member-table.ts";
import type { contacts } from "#db/schema.ts";
import { type Clock, compileDate } from "./compile-date.ts";
import { compileNumber } from "./compile-number.ts";
import { compileText, isTextCondition } from "./compile-text.ts";
import type { FieldCondition } from "./rule.ts";
import { STATUSES, type StatusWord, type Subject } from "./subject.ts";

/** A profile's table, or the repository, which has no fields. */
export type RuleTable = MemberTable | typeof contacts;

/** Null when the operator or its value does not fit what it is about. */
export function compileField(condition: FieldCondition, subject: Subject, table: RuleTable, clock: Clock): SQL | null {
  const column = columnOf(subject, table);
  const { type } = subject;
  if (type === "status") return compileStatus(column, condition);
  if (condition.op === "empty") return sql`${column} is null`;
  if (type === "yesno") return compileYesNo(column, condition);
  if (condition.op === "not empty") return sql`${column} is not null`;

  switch (type) {
    case "text":
    case "choice":
    case "url":
      return isTextCondition(condition) ? compileText({ column, compares: "folded" }, condition) : null;
    case "phone":
    case "email":
    case "mobile":
      return isTextCondition(condition) ? compileText({ column, compares: "bytes" }, condition) : null;
    case "number":
      return compileNumber(column, condition);
    case "date":
      return compileDate(column, "date", condition, clock);
    case "datetime":
    case "added":
      return compileDate(column, "datetime", condition, clock);
    default:
      return type satisfies never;
  }
}

/** The column that holds it; always with its table's name, so that it can stand inside another query. */
export function columnOf(subject: Subject, table: RuleTable): SQL {
  switch (subject.type) {
    case "email":
    case "mobile":
      return sql`${table.key}`;
    case "status":
      return sql`${table.status}`;
    case "added":
      return sql`${table.createdAt}`;
    default:
      return sql`${fieldColumn(table as MemberTable, subject.field.id)}`;
  }
}

function compileStatus(column: SQL, condition: FieldCondition): SQL | null {
  if (condition.op !== "is" && condition.op !== "is not") return null;
  const status = STATUSES.indexOf(condition.value as StatusWord);
  if (status === -1) return null;
  return condition.op === "is" ? sql`${column} = ${status}::smallint` : sql`${column} <> ${status}::smallint`;
}

function compileYesNo(column: SQL, condition: FieldCondition): SQL | null {
  if (condition.op === "yes") return sql`${column}`;
  return condition.op === "no" ? sql`not ${column}` : null;
}
