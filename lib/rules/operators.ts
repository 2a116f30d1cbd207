import type { FieldType } from "#lib/fields/field.ts";
import { say } from "#lib/text/words.ts";

/** Each operator with the kind of value that it takes. `numbers` and `dates` are a low and a high one. */
export type Operator = { readonly op: Op; readonly words: string; readonly takes: Takes };
export type Takes = "text" | "list" | "number" | "numbers" | "date" | "dates" | "offset" | "days" | "nothing";

export const TEXT_OPS = ["is", "is not", "contains", "not contains", "starts with", "ends with"] as const;
export const LIST_OPS = ["one of", "none of"] as const;
export const NUMBER_OPS = ["=", "!=", ">", ">=", "<", "<="] as const;
export const DATE_OPS = ["on", "before", "after"] as const;
/** Whole numbers of days from 0; an anniversary's offset may be below. */
export const SPAN_OPS = ["next days", "last days", "within more than days", "more than days ago"] as const;
export const DAYS_OPS = ["anniversary", ...SPAN_OPS] as const;
export const PLAIN_OPS = ["empty", "not empty", "yes", "no", "anniversary month"] as const;

export type TextOp = (typeof TEXT_OPS)[number];
export type ListOp = (typeof LIST_OPS)[number];
export type NumberOp = (typeof NUMBER_OPS)[number];
export type DateOp = (typeof DATE_OPS)[number];
export type DaysOp = (typeof DAYS_OPS)[number];
export type PlainOp = (typeof PLAIN_OPS)[number];
/** Of a condition on a field. */
export type Op = TextOp | ListOp | NumberOp | DateOp | DaysOp | PlainOp | "between";

/** What a condition can be about: a field, by its type, or what every member has. */
export type SubjectType = FieldType | "email" | "mobile" | "status" | "added";

const EMPTY: readonly Operator[] = [
  { op: "empty", words: say("is empty"), takes: "nothing" },
  { op: "not empty", words: say("is not empty"), takes: "nothing" },
];

const TEXT: readonly Operator[] = [
  { op: "is", words: say("is"), takes: "text" },
  { op: "is not", words: say("is not"), takes: "text" },
  { op: "contains", words: say("contains"), takes: "text" },
  { op: "not contains", words: say("does not contain"), takes: "text" },
  { op: "starts with", words: say("starts with"), takes: "text" },
  { op: "ends with", words: say("ends with"), takes: "text" },
  { op: "one of", words: say("is one of"), takes: "list" },
  { op: "none of", words: say("is none of"), takes: "list" },
  ...EMPTY,
];

const NUMBER: readonly Operator[] = [
  { op: "=", words: say("is"), takes: "number" },
  { op: "!=", words: say("has a value other than"), takes: "number" },
  { op: ">", words: say("is more than"), takes: "number" },
  { op: ">=", words: say("is at least"), takes: "number" },
  { op: "<", words: say("is less than"), takes: "number" },
  { op: "<=", words: say("is at most"), takes: "number" },
  { op: "between", words: say("is between"), takes: "numbers" },
  ...EMPTY,
];

const DATE: readonly Operator[] = [
  { op: "on", words: say("is on"), takes: "date" },
  { op: "before", words: say("is before"), takes: "date" },
  { op: "after", words: say("is after"), takes: "date" },
  { op: "between", words: say("is between"), takes: "dates" },
  { op: "last days", words: say("is in the last days"), takes: "days" },
  { op: "next days", words: say("is in the next days"), takes: "days" },
  { op: "more than days ago", words: say("is more than days ago"), takes: "days" },
  { op: "within more than days", words: say("is more than days ahead"), takes: "days" },
  { op: "anniversary", words: say("has its anniversary"), takes: "offset" },
  { op: "anniversary month", words: say("has its anniversary this month"), takes: "nothing" },
  ...EMPTY,
];

/** The operators of each type, in the order in which pages offer them. */
export const OPERATORS: Readonly<Record<SubjectType, readonly Operator[]>> = {
  text: TEXT,
  choice: TEXT,
  phone: TEXT,
  url: TEXT,
  email: TEXT,
  mobile: TEXT,
  number: NUMBER,
  date: DATE,
  datetime: DATE,
  added: DATE,
  yesno: [
    { op: "yes", words: say("is yes"), takes: "nothing" },
    { op: "no", words: say("is no"), takes: "nothing" },
    { op: "empty", words: say("is empty"), takes: "nothing" },
  ],
  status: [
    { op: "is", words: say("is"), takes: "text" },
    { op: "is not", words: say("is not"), takes: "text" },
  ],
};

/** Membership of a profile, or having come with an import. */
export const MEMBERSHIP_OPERATORS = [
  { op: "in", words: say("is in") },
  { op: "not in", words: say("is not in") },
] as const;

/** These match an empty value too, and a page says so: they are the exact complement of another operator. */
export const ALSO_MATCHES_EMPTY: ReadonlySet<Op> = new Set<Op>(["is not", "none of", "not contains"]);

/** The operator as the type has it; null when it does not fit the type. */
export function operatorOf(type: SubjectType, op: string): Operator | null {
  return OPERATORS[type].find((operator) => operator.op === op) ?? null;
}
