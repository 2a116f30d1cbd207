import type { Reading } from "#lib/fields/reading.ts";
import { wordsOf } from "#lib/problem.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { describeCondition } from "#lib/rules/describe.ts";
import { conditionFromFilter } from "#lib/rules/from-filters.ts";
import { MEMBERSHIP_OPERATORS, OPERATORS, type Operator, type SubjectType } from "#lib/rules/operators.ts";
import type { Condition, Rule } from "#lib/rules/rule.ts";
import { ENGLISH, type Speaker, say, type Words, words } from "#lib/text/words.ts";
import { ruleNames } from "#lib/virtual/rule-names.ts";
import { formReading } from "./read-values.ts";
import { faultsInRule } from "./rule-faults.ts";

/** One filter of List Contacts as an address has it: `about` is `f31` (a field's id), `key`, `added`, or `member`: of another profile. */
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
export function filterSubjects(
  { fields, keyKind }: Pick<Profile, "fields" | "keyKind">,
  t: Speaker = ENGLISH,
): FilterSubject[] {
  const subject = (about: string, label: string, type: SubjectType, options: readonly string[] = []) => ({
    about,
    label,
    type,
    operators: OPERATORS[type],
    options,
  });
  return [
    subject("key", t(keyKind === "email" ? say("Email") : say("Mobile")), keyKind),
    ...fields.map(({ id, name, type, options }) => subject(`f${id}`, name, type, options)),
    subject("added", t(say("Added")), "added"),
  ];
}

/** A filter read against a profile: as pages say it, with its condition, or with what is wrong. */
export type ReadListFilter = { filter: ListFilter; said: Words } & ({ condition: Condition } | { wrong: Words });

/** `reading`: of what a person has just typed; an address has numbers with a point in every language. */
export function readListFilter(
  profile: Profile,
  filter: ListFilter,
  t: Speaker = ENGLISH,
  reading: Reading = formReading(),
): ReadListFilter {
  const read = conditionFromFilter({ ...filter, field: fieldNamed(profile, filter.about) }, profile.fields, {
    keyKind: profile.keyKind,
    reading,
  });
  const subject = filterSubjects(profile, t).find(({ about }) => about === filter.about);
  const field = subject?.label ?? t(say("A field that is gone"));
  if ("message" in read) return { filter, said: words("{field} {op}", { field, op: filter.op }), wrong: wordsOf(read) };
  return { filter, said: describeCondition({ ...read.condition, field }), condition: read.condition };
}

/** Every filter of a list; those about other profiles are looked up. */
export async function readListFilters(
  profile: Profile,
  filters: readonly ListFilter[],
  t: Speaker = ENGLISH,
): Promise<ReadListFilter[]> {
  const read: ReadListFilter[] = [];
  for (const filter of filters) {
    read.push(filter.about === "member" ? await readMembership(profile, filter) : readListFilter(profile, filter, t));
  }
  return read;
}

/** `in` or `not in` the profile with this key. */
async function readMembership(profile: Profile, filter: ListFilter): Promise<ReadListFilter> {
  const [key = ""] = filter.value;
  const op = MEMBERSHIP_OPERATORS.find((operator) => operator.op === filter.op)?.op;
  if (op === undefined) {
    return { filter, said: words("profile {op}", { op: filter.op }), wrong: words("Use in or not in for a profile.") };
  }
  const condition: Condition = { profile: key, op };
  const [fault] = await faultsInRule(profile, condition);
  const said = describeCondition(condition, await ruleNames([condition]));
  return fault ? { filter, said, wrong: wordsOf(fault) } : { filter, said, condition };
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
