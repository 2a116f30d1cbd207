import { z } from "zod";
import { isRealDate } from "#lib/fields/calendar.ts";
import { DATE_OPS, LIST_OPS, NUMBER_OPS, PLAIN_OPS, SPAN_OPS, TEXT_OPS } from "./operators.ts";
import { MAX_DAYS, RULE_LIMITS } from "./rule.ts";

/*
 * One schema for each kind of condition. They know what an operator takes; whether it fits the field is for `checkRule`.
 */

const name = z.string("The field's name is text.").min(1, "Name the field.");
const text = z.string("The value of this operator is text, in quotes.");
const list = z
  .array(z.string("Each value of the list is text, in quotes."), "The value of this operator is a list of texts.")
  .max(RULE_LIMITS.values);
/** A number that JSON carries without losing a digit. */
const number = z
  .number("The value of this operator is a number, without quotes.")
  .refine(
    (value) => Math.abs(value) <= Number.MAX_SAFE_INTEGER,
    "The number is too large to be compared exactly: use one of at most 15 digits.",
  );
const DATE = "The value of this operator is a date such as 2026-12-31.";
const date = z.string(DATE).refine(isDay, DATE);
const days = (least: number, message: string) =>
  z.number(message).refine((value) => Number.isInteger(value) && value >= least && value <= MAX_DAYS, message);
const span = days(0, "The value of this operator is a whole number of days from 0, without quotes.");
const offset = days(
  -MAX_DAYS,
  "The value of this operator is a whole number of days, such as 0 or -1, without quotes.",
);
/** Some programs send null where there is no value. */
const nothing = z.null("This operator takes no value.").optional();

const PAIR = "The value of this operator is a list of two: the lowest and the highest, numbers or dates.";
const pair = z.union([z.tuple([number, number]), z.tuple([date, date])], PAIR);

const withValue = <const Ops extends readonly [string, ...string[]], Value extends z.ZodType>(ops: Ops, value: Value) =>
  z.strictObject({ field: name, op: z.enum(ops), value });

export const fieldConditionSchema = z.discriminatedUnion("op", [
  withValue(TEXT_OPS, text),
  withValue(LIST_OPS, list),
  withValue(NUMBER_OPS, number),
  withValue(["between"], pair),
  withValue(DATE_OPS, date),
  withValue(["anniversary"], offset),
  withValue(SPAN_OPS, span),
  withValue(PLAIN_OPS, nothing).transform(({ field, op }) => ({ field, op })),
]);

const membership = z.enum(["in", "not in"], 'The operator is "in" or "not in".');

export const profileConditionSchema = z.strictObject({
  profile: z.string("The profile is named by its key, in quotes.").min(1, "Give the profile's key."),
  op: membership,
});

export const importConditionSchema = z.strictObject({
  import: z.int("The import is named by its number, without quotes.").positive("An import's number is 1 or more."),
  op: membership,
});

/** `2026-12-31`, a day that exists in the years 1 to 9999. */
export function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return isRealDate(Number(year), Number(month), Number(day));
}
