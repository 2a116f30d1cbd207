import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import type { Translator } from "#components/words/translator.ts";
import type { Status } from "#lib/contacts/status.ts";
import { toDisplayValue } from "#lib/fields/json-value.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import type { Rule } from "#lib/rules/rule.ts";
import { mentionsOf, normalName } from "#lib/rules/walk-rule.ts";
import type { SampledMember } from "#lib/virtual/sample-matching.ts";

/** Some contacts, with what they hold in a few fields, as people read it. */
export type Sample = { columns: string[]; rows: { id: number; key: string; status: Status; values: string[] }[] };

/** The fields that the rule speaks of come first: their values are why these contacts match. */
export function sampleOf(members: readonly SampledMember[], { fields }: Profile, rule: Rule, t: Translator): Sample {
  const mentioned = mentionsOf(rule).fields;
  const isMentioned = ({ name }: { name: string }) => mentioned.has(normalName(name));
  const shown = [...fields.filter(isMentioned), ...fields.filter((field) => !isMentioned(field))].slice(0, COLUMNS);
  const timeZone = environmentTimeZone();
  return {
    columns: shown.map(({ name }) => name),
    rows: members.map(({ id, key, status, values }) => ({
      id,
      key,
      status,
      values: shown.map((field) => toDisplayValue(field, values[field.id] ?? null, timeZone, t)),
    })),
  };
}

const COLUMNS = 3;
