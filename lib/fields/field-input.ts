import { z } from "zod";
import { detailOf, type WordedDetail } from "#lib/problem.ts";
import { wordedIssue } from "#lib/text/issue-words.ts";
import { type Words, words } from "#lib/text/words.ts";
import { clean } from "./clean.ts";
import { FIELD_TYPES } from "./field.ts";
import { fold } from "./fold.ts";

/** The most fields of a profile: as many columns as a file may have. */
export const MAX_FIELDS = 500;
export const MAX_OPTIONS = 500;

/** A name as people write it: any characters, HTML and quotes too, for it is only ever shown and compared. */
export const fieldName = oneLine(100, {
  noText: "The field's name must be a text.",
  control: "The field's name holds a control character. Type it anew.",
  empty: "The field's name must not be empty.",
  long: "The field's name may have 100 characters. Shorten it.",
});

const option = oneLine(200, {
  noText: "An option must be a text.",
  control: "An option holds a control character. Type it anew.",
  empty: "An option must not be empty.",
  long: "An option may have 200 characters. Shorten it.",
});

/** A field as a form or the API describes it: `{name, type, required?, options?}`; see api.md. */
export const fieldInput = z
  .strictObject({
    name: fieldName,
    type: z.enum(FIELD_TYPES, "The type must be one of text, number, date, datetime, yesno, choice, phone, url."),
    required: z.boolean().default(false),
    options: z.array(option).max(MAX_OPTIONS, "A choice field may have 500 options.").default([]),
  })
  .superRefine(({ type, options }, context) => {
    const say = (message: string | Words) =>
      context.addIssue({ ...wordedIssue(typeof message === "string" ? words(message) : message), path: ["options"] });
    if (type === "choice" && options.length === 0) say("Give the choice field its options, one a line.");
    if (type !== "choice" && options.length > 0) say("Only a choice field has options. Leave them out.");
    // A value finds its option without regard to case and accents, so two that differ in nothing else are one.
    const twice = firstTwice(options, fold);
    if (twice !== undefined) say(words('The option "{twice}" is there twice. Keep one.', { twice }));
  });

export type FieldInput = z.infer<typeof fieldInput>;

/** The fields of a new profile, their names checked against each other. */
export const fieldListInput = z
  .array(fieldInput)
  .max(MAX_FIELDS, "A profile may have 500 fields.")
  .superRefine((fields, context) => {
    for (const { path, words: said } of fieldNameProblems(fields.map((field) => field.name))) {
      context.addIssue({ ...wordedIssue(said), path: path.split(".").map((part) => numberOr(part)) });
    }
  });

/** What rules and files call what every member has; a field of that name could not be told from it. */
const RESERVED = new Map<string, (name: string) => Words>([
  [
    "email",
    (name) =>
      words('Every Regular profile has the email already, so no field may be named "{name}". Choose another name.', {
        name,
      }),
  ],
  [
    "mobile",
    (name) =>
      words(
        'Every Mobile Only profile has the mobile already, so no field may be named "{name}". Choose another name.',
        {
          name,
        },
      ),
  ],
  [
    "status",
    (name) =>
      words('Every contact has a status already, so no field may be named "{name}". Choose another name.', { name }),
  ],
  [
    "added",
    (name) =>
      words('Every member has the day it was added already, so no field may be named "{name}". Choose another name.', {
        name,
      }),
  ],
]);

/** All names of a profile's fields → what is wrong with each, under `0.name`, `1.name`, …; none when all are good. */
export function fieldNameProblems(names: readonly string[]): WordedDetail[] {
  const seen = new Map<string, string>();
  return names.flatMap((name, i) => {
    const lower = name.toLowerCase();
    const reserved = RESERVED.get(lower);
    const earlier = seen.get(lower);
    seen.set(lower, name);
    const path = `${i}.name`;
    if (reserved !== undefined) return [detailOf(path, reserved(name))];
    if (earlier === undefined) return [];
    return [
      detailOf(path, words('There is a field "{earlier}" already. Choose another name for this one.', { earlier })),
    ];
  });
}

/** Trimmed and composed, as values are. */
function oneLine(max: number, wrong: Record<"noText" | "control" | "empty" | "long", string>) {
  return z.string(wrong.noText).transform((raw, context) => {
    const text = clean(raw);
    const message =
      typeof text !== "string" || /[\t\n\r]/.test(text)
        ? wrong.control
        : text === ""
          ? wrong.empty
          : [...text].length > max
            ? wrong.long
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
