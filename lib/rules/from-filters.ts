import type { Field } from "#lib/fields/field.ts";
import { DEFAULT_READING, type Reading } from "#lib/fields/reading.ts";
import { detailOf, type WordedDetail, wordsOf } from "#lib/problem.ts";
import { type Words, words } from "#lib/text/words.ts";
import { checkRule } from "./check-rule.ts";
import { operatorOf } from "./operators.ts";
import { readFilterValue } from "./read-filter-value.ts";
import { type FieldCondition, RULE_LIMITS, type Rule } from "./rule.ts";
import { type KeyKind, subjectOf } from "./subject.ts";

/** A line of a form or of an address: all is text. `value` has two entries for `between`; a list may come as one text, a value a line. */
export type Filter = { readonly field: string; readonly op: string; readonly value: readonly string[] };

/** What is wrong with the filter at `index`, from 0, and in which part of it. */
export type FilterFault = { index: number; path: "field" | "op" | "value" } & Omit<WordedDetail, "path">;

export type FilterReading = { keyKind?: KeyKind; reading?: Reading };

/**
 * The rule that all filters hold, with each text read as its field's type is written: `31/12/2026`, `1.234,50`.
 * No rule as soon as one filter is wrong: leaving that one out would mean more people than the person asked for.
 */
export function ruleFromFilters(
  filters: readonly Filter[],
  fields: readonly Field[],
  how: FilterReading = {},
): { rule: Rule; faults: [] } | { rule: null; faults: FilterFault[] } {
  const all: Rule[] = [];
  const faults: FilterFault[] = [];
  for (const [index, filter] of filters.slice(0, RULE_LIMITS.conditions).entries()) {
    const read = conditionFromFilter(filter, fields, how);
    if ("condition" in read) all.push(read.condition);
    else faults.push({ index, ...read });
  }
  if (filters.length > RULE_LIMITS.conditions) {
    const message = words("Use at most {most, number} filters.", { most: RULE_LIMITS.conditions });
    faults.push({ index: RULE_LIMITS.conditions, ...fault("field", message) });
  }
  return faults.length === 0 ? { rule: { all }, faults: [] } : { rule: null, faults };
}

export type ReadFilter = { condition: FieldCondition } | Omit<FilterFault, "index">;

/** One filter; also for a row of the form in which rules are made. */
export function conditionFromFilter(
  { field, op, value }: Filter,
  fields: readonly Field[],
  { keyKind = "email", reading = DEFAULT_READING }: FilterReading = {},
): ReadFilter {
  if (field === "") return fault("field", "Choose a field.");
  if (op === "") return fault("op", "Choose how to compare.");
  const subject = subjectOf(field, fields, keyKind);
  const operator = subject && operatorOf(subject.type, op);
  const read = operator ? readFilterValue(value, operator.takes, subject.type, reading) : { value: undefined };
  if ("message" in read) return fault("value", read.message);

  const condition = (read.value === undefined ? { field, op } : { field, op, value: read.value }) as FieldCondition;
  const [wrong] = checkRule(condition, fields, keyKind);
  return wrong ? fault(wrong.path as FilterFault["path"], wordsOf(wrong)) : { condition };
}

const fault = (path: FilterFault["path"], message: string | Words) => ({ ...detailOf(path, message), path });
