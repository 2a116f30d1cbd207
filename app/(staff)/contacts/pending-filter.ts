import { type FilterSubject, filterSubjects, type ListFilter, readListFilter } from "#lib/contacts/list-filters.ts";
import { formReading } from "#lib/contacts/read-values.ts";
import { plainNumber } from "#lib/fields/number.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import type { Takes } from "#lib/rules/operators.ts";
import type { Condition } from "#lib/rules/rule.ts";
import type { Speaker, Words } from "#lib/text/words.ts";
import type { Query } from "./contacts-address.ts";

/** A filter that a person is making; `takes` is what the chosen operator wants, null until one is chosen. */
export type PendingFilter = { op: string; value: readonly string[]; takes: Takes | null; wrong?: Words };

/**
 * What the form of a filter sent: a filter that can be used, one that is still to be made, or nothing. Each kind of value
 * has controls of its own, and the operator says which of them count.
 */
export function pendingFilter(
  profile: Profile,
  query: Query,
  t: Speaker,
): { ready: ListFilter } | { subject: FilterSubject; pending: PendingFilter } | null {
  const one = (name: string) => (typeof query[name] === "string" ? query[name] : "");
  const subject = filterSubjects(profile, t).find(({ about }) => about === one("filter"));
  if (!subject) return null;
  const operator = subject.operators.find(({ op }) => op === one("op"));
  if (!operator) return { subject, pending: { op: "", value: [], takes: null } };
  const value = CONTROLS[operator.takes].map(one).flatMap((text) => (operator.takes === "list" ? lines(text) : [text]));
  const filter = { about: subject.about, op: operator.op, value };
  const read = readListFilter(profile, filter, t, formReading(t.tag));
  if ("condition" in read) return { ready: { ...filter, value: forAddress(read.condition, filter) } };
  return { subject, pending: { op: operator.op, value, takes: operator.takes, wrong: read.wrong } };
}

/** Numbers as every address has them, whoever opens it; the rest as it was typed. */
function forAddress(condition: Condition, { value }: ListFilter): readonly string[] {
  const numbers = "value" in condition ? [condition.value].flat() : [];
  return numbers.length > 0 && numbers.every((each) => typeof each === "number") ? numbers.map(plainNumber) : value;
}

const lines = (text: string): string[] => text.split(/\r\n|[\r\n]/).filter((line) => line.trim() !== "");

const CONTROLS: Record<Takes, readonly string[]> = {
  text: ["text"],
  list: ["list"],
  number: ["number"],
  numbers: ["number", "number2"],
  date: ["date"],
  dates: ["date", "date2"],
  days: ["days"],
  offset: ["days"],
  nothing: [],
};
