import { Problem } from "#lib/problem.ts";
import { type Words, words } from "#lib/text/words.ts";
import { RULE_LIMITS } from "./rule.ts";

/**
 * Throws Problem `invalid` when the JSON is too deep, too large or holds what no database keeps.
 *
 * Comes before any schema: a schema that calls itself falls over 10,000 levels, and a list of a million is long to check.
 * So nothing here calls itself, and it ends at the first thing that is too much.
 */
export function measureRule(json: unknown): void {
  const waiting: Waiting[] = [{ value: json, depth: 0, parent: null, name: "" }];
  let size = 0;
  for (let at = waiting.pop(); at; at = waiting.pop()) {
    size += sizeOf(at.value) + at.name.length;
    if (size > RULE_LIMITS.bytes) throw tooLarge();
    const unkeepable = unkeepableText(at.name) ?? (typeof at.value === "string" ? unkeepableText(at.value) : null);
    if (unkeepable) throw problem("rule_character", unkeepable, pathOf(at));
    if (typeof at.value !== "object" || at.value === null) continue;
    if (at.depth > MAX_JSON_DEPTH) throw tooDeep(at);
    open(at.value, at, waiting);
  }
  // Now shallow and small enough to be written out and counted to the byte.
  if (Buffer.byteLength(JSON.stringify(json) ?? "") > RULE_LIMITS.bytes) throw tooLarge();
}

type Waiting = { value: unknown; depth: number; parent: Waiting | null; name: string };

/** Each level of groups is an object and a list; then come a condition and the list of its values. */
const MAX_JSON_DEPTH = 2 * RULE_LIMITS.levels + 1;

/** At least so many bytes of JSON. */
const sizeOf = (value: unknown): number => (typeof value === "string" ? value.length + 2 : 1);

function unkeepableText(text: string): string | null {
  if (text.includes("\0")) return "Text cannot hold the character U+0000. Take it out.";
  return text.isWellFormed() ? null : "Text holds half of a character. Write it again.";
}

function open(value: object, at: Waiting, waiting: Waiting[]): void {
  if (Array.isArray(value) && value.length > RULE_LIMITS.values) {
    const tooMany = words("A list may hold at most {most, number} values. Shorten it.", { most: RULE_LIMITS.values });
    throw problem("rule_too_many_values", tooMany, pathOf(at));
  }
  const names = Object.keys(value);
  if (names.length > RULE_LIMITS.values) throw tooLarge();
  for (const name of names) {
    waiting.push({ value: (value as Record<string, unknown>)[name], depth: at.depth + 1, parent: at, name });
  }
}

/** `all.0.value`. */
function pathOf(at: Waiting): string {
  const names: string[] = [];
  for (let step: Waiting | null = at; step?.parent; step = step.parent) names.push(step.name);
  return names.reverse().join(".");
}

const tooLarge = () => problem("rule_too_large", "Rules may take at most 64 KiB. Shorten the lists of values.", "");

const tooDeep = (at: Waiting) => problem("rule_too_deep", tooDeepInWords(), pathOf(at));

export const tooDeepInWords = (): Words =>
  words("Groups may be nested at most {levels, number} levels deep.", { levels: RULE_LIMITS.levels });

const problem = (code: string, message: string | Words, path: string) =>
  new Problem("invalid", code, message, [{ path, message }]);
