import { z } from "zod";
import { detailOf, Problem, type ProblemDetail, wordsOf } from "#lib/problem.ts";
import { type Words, words } from "#lib/text/words.ts";
import { fieldConditionSchema, importConditionSchema, profileConditionSchema } from "./condition-schema.ts";
import { measureRule, tooDeepInWords } from "./measure-rule.ts";
import { type Group, type GroupKind, RULE_LIMITS, type Rule } from "./rule.ts";

/**
 * JSON → a rule of the right form. Whether its fields exist is for `checkRule`.
 * Throws Problem `invalid` with a code `rule_…` and a sentence for each wrong place; paths are such as `all.0.value`.
 */
export function parseRule(json: unknown): Rule {
  measureRule(json);
  const wrong: ProblemDetail[] = [];
  const seen: Seen = { conditions: 0, wrong };
  const rule = readRule(json, [], 0, seen);
  if (seen.conditions > RULE_LIMITS.conditions) throw tooMany();
  if (rule === null || wrong.length > 0) {
    const [first] = wrong;
    throw new Problem("invalid", "rule_wrong", first ? wordsOf(first) : "This is no rule.", wrong.slice(0, 100));
  }
  return rule;
}

/** The form of a rule, for a description of the API. To read one, use `parseRule`, which measures it first. */
export const ruleSchema: z.ZodType<Rule> = z.lazy(() => z.union([groupSchema, ...CONDITIONS]));
const rules = z.array(ruleSchema).max(RULE_LIMITS.conditions);
const groupSchema = z.union([
  z.strictObject({ all: rules }),
  z.strictObject({ any: rules }),
  z.strictObject({ none: rules }),
]);
const CONDITIONS = [fieldConditionSchema, profileConditionSchema, importConditionSchema] as const;

type Path = (string | number)[];
type Seen = { conditions: number; wrong: ProblemDetail[] };

/** Null when something in it is wrong, and then `seen.wrong` says what. */
function readRule(json: unknown, path: Path, level: number, seen: Seen): Rule | null {
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    return refuse(
      seen,
      path,
      'A rule is an object that holds "all", "any" or "none" with a list of rules, or a condition.',
    );
  }
  const kind = GROUP_KINDS.find((each) => Object.hasOwn(json, each));
  return kind ? readGroup(json, kind, path, level + 1, seen) : readCondition(json, path, seen);
}

const GROUP_KINDS = ["all", "any", "none"] as const;

function readGroup(json: object, kind: GroupKind, path: Path, level: number, seen: Seen): Group | null {
  if (level > RULE_LIMITS.levels) {
    const message = tooDeepInWords();
    throw new Problem("invalid", "rule_too_deep", message, [{ path: path.join("."), message }]);
  }
  const other = Object.keys(json).find((name) => name !== kind);
  if (other !== undefined) {
    return refuse(
      seen,
      [...path, other],
      words('A group holds "{kind}" and nothing beside it: "{other}" is too much.', { kind, other: shown(other) }),
    );
  }
  const inner: unknown = (json as Partial<Record<GroupKind, unknown>>)[kind];
  if (!Array.isArray(inner))
    return refuse(seen, [...path, kind], words('"{kind}" is a list of rules, in […].', { kind }));
  const read = inner.map((each, at) => readRule(each, [...path, kind, at], level, seen));
  const good = read.filter((rule) => rule !== null);
  return good.length === read.length ? ({ [kind]: good } as Group) : null;
}

function readCondition(json: object, path: Path, seen: Seen): Rule | null {
  seen.conditions++;
  const schema = schemaFor(json);
  if (schema === null) {
    return refuse(seen, path, 'A condition names a "field", a "profile" or an "import", and an "op".');
  }
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  for (const issue of result.error.issues) refuse(seen, [...path, ...placeOf(issue)], sentence(issue, json));
  return null;
}

function schemaFor(json: object) {
  const named = [
    { name: "field", schema: fieldConditionSchema },
    { name: "profile", schema: profileConditionSchema },
    { name: "import", schema: importConditionSchema },
  ].filter(({ name }) => Object.hasOwn(json, name));
  return named.length === 1 ? (named[0]?.schema ?? null) : null;
}

const placeOf = (issue: z.core.$ZodIssue): Path =>
  [...issue.path, ...(issue.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [])].map(String);

function sentence(issue: z.core.$ZodIssue, json: object): string | Words {
  if (issue.code === "unrecognized_keys") {
    return words('A condition holds no "{name}". Take it out.', { name: shown(issue.keys[0] ?? "") });
  }
  if (issue.code !== "invalid_union" || issue.path.at(-1) !== "op") return issue.message;
  const op: unknown = (json as { op?: unknown }).op;
  return typeof op === "string"
    ? words('There is no operator "{op}".', { op: shown(op) })
    : 'Give the operator as "op", in quotes.';
}

const shown = (text: string) => (text.length > 40 ? `${text.slice(0, 40).toWellFormed()}…` : text);

function refuse(seen: Seen, path: Path, message: string | Words): null {
  seen.wrong.push(detailOf(path.join("."), message));
  return null;
}

function tooMany(): Problem {
  const message = words("Rules may hold at most {most, number} conditions.", { most: RULE_LIMITS.conditions });
  return new Problem("invalid", "rule_too_many_conditions", message, [{ path: "", message }]);
}
