import type { Translator } from "#components/words/translator.ts";
import { formReading } from "#lib/contacts/read-values.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { conditionFromFilter } from "#lib/rules/from-filters.ts";
import type { Condition, Rule } from "#lib/rules/rule.ts";
import { type Words, words } from "#lib/text/words.ts";
import { type DraftCondition, type DraftGroup, isGroup } from "./draft.ts";
import { controlOf, type DraftPart } from "./draft-form.ts";

export type RuleOfDraft = {
  /** Of the conditions that can be read: the others are left out. */
  rule: Rule;
  /** The control of each condition and group, by its path in `rule`. */
  places: ReadonlyMap<string, string>;
  /** What is wrong, by control. Of a row that is not filled in yet, what is to be done. */
  wrong: Record<string, string>;
  unfinished: Record<string, string>;
};

/** Each text is read as its field's type is written, and numbers as `t`'s language writes them. */
export function ruleOfDraft(draft: DraftGroup, source: Profile, t: Translator): RuleOfDraft {
  const read: Reading = {
    t,
    places: new Map(),
    wrong: {},
    unfinished: {},
  };
  const rule = readGroup(draft, "", source, read);
  const { places, wrong, unfinished } = read;
  return { rule: rule ?? { all: [] }, places, wrong, unfinished };
}

type Reading = {
  t: Translator;
  places: Map<string, string>;
  wrong: Record<string, string>;
  unfinished: Record<string, string>;
};

/** Null when there are conditions in it and none of them can be read: nobody meant a group without any. */
function readGroup({ id, kind, items }: DraftGroup, path: string, source: Profile, read: Reading): Rule | null {
  const rules: Rule[] = [];
  for (const item of items) {
    const place = [path, kind, rules.length].filter((step) => step !== "").join(".");
    const rule = isGroup(item) ? readGroup(item, place, source, read) : readCondition(item, source, read);
    if (rule === null) continue;
    rules.push(rule);
    if (!isGroup(item)) read.places.set(place, controlOf(item.id, "value"));
  }
  if (rules.length === 0 && items.length > 0) return null;
  read.places.set(path, controlOf(id, "kind"));
  return { [kind]: rules } as Rule;
}

function readCondition(item: DraftCondition, source: Profile, read: Reading): Condition | null {
  const found = conditionOf(item, source, read.t.tag);
  if ("condition" in found) return found.condition;
  const untouched = item.value === "" && item.value2 === "";
  (untouched ? read.unfinished : read.wrong)[controlOf(item.id, found.part)] = read.t.words(found.said);
  return null;
}

type Found = { condition: Condition } | { part: DraftPart; said: Words };

function conditionOf({ about, op, value, value2 }: DraftCondition, source: Profile, tag: string): Found {
  if (about === "profile" || about === "import") return membership(about, op, value);
  const field = nameOf(about, source);
  if (field === undefined) return { part: "about", said: words("Choose what this condition is about, or remove it.") };
  // An empty list is a rule too: it matches nobody, and the page says so.
  if ((op === "one of" || op === "none of") && value.trim() === "") return { condition: { field, op, value: [] } };
  const read = conditionFromFilter({ field, op, value: [value, value2] }, source.fields, {
    keyKind: source.keyKind,
    reading: formReading(tag),
  });
  if ("condition" in read) return read;
  return { part: read.path === "field" ? "about" : read.path, said: read.words };
}

function nameOf(about: string, { fields, keyKind }: Profile): string | undefined {
  if (about === "key") return keyKind;
  if (about === "status" || about === "added") return about;
  return fields.find(({ id }) => about === `f${id}`)?.name;
}

function membership(about: "profile" | "import", op: string, value: string): Found {
  if (op !== "in" && op !== "not in") return { part: "op", said: words("Choose how to compare.") };
  if (about === "profile") {
    return value === "" ? { part: "value", said: words("Choose the profile.") } : { condition: { profile: value, op } };
  }
  return /^[1-9]\d{0,14}$/.test(value)
    ? { condition: { import: Number(value), op } }
    : { part: "value", said: words("Choose the import.") };
}

/** The control that a path of the rule is about: its own, or that of the nearest part around it. */
export function controlAt(places: RuleOfDraft["places"], path: string): string {
  const steps = path.split(".").filter((step) => step !== "");
  for (; steps.length > 0; steps.pop()) {
    const control = places.get(steps.join("."));
    if (control) return control;
  }
  return places.get("") ?? "";
}
