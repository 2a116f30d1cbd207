import { z } from "zod";
import type { ProblemDetail } from "#lib/problem.ts";
import { clean } from "./clean.ts";
import { FIELD_TYPES } from "./field.ts";
import { fold } from "./fold.ts";

/** The most fields of a profile: as many columns as a file may have. */
export const MAX_FIELDS = 500;
export const MAX_OPTIONS = 500;

/** A name as people write it: any characters, HTML and quotes too, for it is only ever shown and compared. */
export const fieldName = oneLine("The field's name", 100);

const option = oneLine("An option", 200);

/** A field as a form or the API describes it: `{name, type, required?, options?}`; see api.md. */
export const fieldInput = z
  .strictObject({
    name: fieldName,
    type: z.enum(FIELD_TYPES, `The type must be one of ${FIELD_TYPES.join(", ")}.`),
    required: z.boolean().default(false),
    options: z.array(option).max(MAX_OPTIONS, `A choice field may have ${MAX_OPTIONS} options.`).default([]),
  })
  .superRefine(({ type, options }, context) => {
    const say = (message: string) => context.addIssue({ code: "custom", path: ["options"], message });
    if (type === "choice" && options.length === 0) say("Give the choice field its options, one a line.");
    if (type !== "choice" && options.length > 0) say("Only a choice field has options. Leave them out.");
    // A value finds its option without regard to case and accents, so two that differ in nothing else are one.
    const twice = firstTwice(options, fold);
    if (twice !== undefined) say(`The option "${twice}" is there twice. Keep one.`);
  });

export type FieldInput = z.infer<typeof fieldInput>;

/** The fields of a new profile, their names checked against each other. */
export const fieldListInput = z
  .array(fieldInput)
  .max(MAX_FIELDS, `A profile may have ${MAX_FIELDS} fields.`)
  .superRefine((fields, context) => {
    for (const { path, message } of fieldNameProblems(fields.map((field) => field.name))) {
      context.addIssue({ code: "custom", path: path.split(".").map((part) => numberOr(part)), message });
    }
  });

/** What rules and files call what every member has; a field of that name could not be told from it. */
const RESERVED = new Map([
  ["email", "Every Regular profile has the email already"],
  ["mobile", "Every Mobile Only profile has the mobile already"],
  ["status", "Every contact has a status already"],
  ["added", "Every member has the day it was added already"],
]);

/** All names of a profile's fields → what is wrong with each, under `0.name`, `1.name`, …; none when all are good. */
export function fieldNameProblems(names: readonly string[]): ProblemDetail[] {
  const seen = new Map<string, string>();
  return names.flatMap((name, i) => {
    const lower = name.toLowerCase();
    const reserved = RESERVED.get(lower);
    const earlier = seen.get(lower);
    seen.set(lower, name);
    const path = `${i}.name`;
    if (reserved !== undefined)
      return [{ path, message: `${reserved}, so no field may be named "${name}". Choose another name.` }];
    if (earlier === undefined) return [];
    return [{ path, message: `There is a field "${earlier}" already. Choose another name for this one.` }];
  });
}

/** A text area's lines → options, without the empty ones. */
export function optionsFromLines(text: string): string[] {
  return text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== "");
}

/** Trimmed and composed, as values are. */
function oneLine(what: string, max: number) {
  return z.string(`${what} must be a text.`).transform((raw, context) => {
    const text = clean(raw);
    const message =
      typeof text !== "string" || /[\t\n\r]/.test(text)
        ? `${what} holds a control character. Type it anew.`
        : text === ""
          ? `${what} must not be empty.`
          : [...text].length > max
            ? `${what} may have ${max} characters. Shorten it.`
            : undefined;
    if (message === undefined && typeof text === "string") return text;
    context.addIssue({ code: "custom", message: message ?? "" });
    return z.NEVER;
  });
}

function firstTwice(texts: readonly string[], by: (text: string) => string): string | undefined {
  const seen = new Set<string>();
  return texts.find((text) => seen.size === seen.add(by(text)).size);
}

function numberOr(part: string): string | number {
  return /^\d+$/.test(part) ? Number(part) : part;
}
