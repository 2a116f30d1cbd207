import type { Profile } from "#lib/profiles/profile.ts";
import { describeCondition } from "#lib/rules/describe.ts";
import { conditionFromFilter } from "#lib/rules/from-filters.ts";
import { OPERATORS, type Operator, type SubjectType } from "#lib/rules/operators.ts";
import type { FieldCondition, Rule } from "#lib/rules/rule.ts";
import { formReading } from "./read-values.ts";

/** One filter of List Contacts as an address has it: `about` is `f31` (a field's id), `key` or `added`. */
export type ListFilter = { about: string; op: string; value: readonly string[] };

/** What a filter can be about, with the operators that fit. */
export type FilterSubject = {
  about: string;
  label: string;
  type: SubjectType;
  operators: readonly Operator[];
  options: readonly string[];
};

/** What the members of a profile can be filtered by, in the order in which pages offer it. */
export function filterSubjects({ fields, keyKind }: Pick<Profile, "fields" | "keyKind">): FilterSubject[] {
  const subject = (about: string, label: string, type: SubjectType, options: readonly string[] = []) => ({
    about,
    label,
    type,
    operators: OPERATORS[type],
    options,
  });
  return [
    subject("key", keyKind === "email" ? "Email" : "Mobile", keyKind),
    ...fields.map(({ id, name, type, options }) => subject(`f${id}`, name, type, options)),
    subject("added", "Added", "added"),
  ];
}

/** A filter read against a profile: in words, with its condition, or with what is wrong. */
export type ReadListFilter = { filter: ListFilter; words: string } & (
  | { condition: FieldCondition }
  | { wrong: string }
);

export function readListFilter(profile: Profile, filter: ListFilter): ReadListFilter {
  const read = conditionFromFilter({ ...filter, field: fieldNamed(profile, filter.about) }, profile.fields, {
    keyKind: profile.keyKind,
    reading: formReading(),
  });
  const subject = filterSubjects(profile).find(({ about }) => about === filter.about);
  const field = subject?.label ?? "A field that is gone";
  if ("message" in read) return { filter, words: `${field} ${filter.op}`, wrong: read.message };
  return { filter, words: describeCondition({ ...read.condition, field }), condition: read.condition };
}

/** The rule that all filters hold; null as soon as one is wrong: leaving it out would mean more people than were asked for. */
export function ruleOf(filters: readonly ReadListFilter[]): Rule | null {
  const all = filters.flatMap((filter) => ("condition" in filter ? [filter.condition] : []));
  return all.length === filters.length ? { all } : null;
}

function fieldNamed({ fields, keyKind }: Profile, about: string): string {
  if (about === "key") return keyKind;
  if (about === "added") return "added";
  return fields.find(({ id }) => `f${id}` === about)?.name ?? "";
}
