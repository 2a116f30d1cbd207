import { isSupportedCountry } from "libphonenumber-js/min";
import { z } from "zod";
import { pageQuery } from "#lib/api/page-query.ts";
import type { ReadingChoice } from "./columns/change-reading.ts";
import { ACTIONS } from "./import.ts";
import { DELIMITERS, type Delimiter, ENCODINGS, QUOTES } from "./reading/format.ts";
import { IMPORT_STATES } from "./states.ts";

/* What the API and the forms may ask of an import. */

const action = z.enum(ACTIONS, "Choose append, overwrite, append-or-update or unsubscribe.");
const reference = z.string().trim().max(200, "A reference may have 200 characters.");
/** A name to show, never a path. */
const fileName = z
  .string()
  .transform((name) =>
    name
      .replace(/[\p{Cc}\p{Cf}]/gu, "")
      .trim()
      .slice(0, 255),
  )
  .default("");
const yes = z.stringbool("Write true or false.").meta({ type: "boolean" });
const country = z
  .string()
  .toUpperCase()
  .refine(isSupportedCountry, "Write a country's two letters, such as CL.")
  .optional()
  .describe("For phones without a country's code: two letters.");

/** Words for delimiters that are hard to write into an address. */
const DELIMITER_WORDS = { comma: ",", semicolon: ";", tab: "\t", pipe: "|" } as const;
const delimiter = z
  .enum(["comma", "semicolon", "tab", "pipe", ...DELIMITERS], "Write comma, semicolon, tab or pipe.")
  .transform((written) => (written in DELIMITER_WORDS ? DELIMITER_WORDS[written as "comma"] : written) as Delimiter)
  .optional();

const mapping = z
  .string()
  .max(64 * 1024, "The mapping is too long.")
  .transform((json, context) => {
    try {
      return JSON.parse(json) as unknown;
    } catch {
      context.addIssue('Write the mapping as JSON, such as {"Column":"field","Other":null}.');
      return z.NEVER;
    }
  })
  .pipe(
    z
      .record(z.string().max(1000), z.string().max(200).nullable())
      .refine((record) => Object.keys(record).length <= 1500, "Too many columns."),
  );

/** The query of `POST /api/v1/profiles/{key}/imports`. */
export const importQuery = z.strictObject({
  action: action.default("append"),
  reference: reference.default(""),
  filename: fileName,
  apply: yes.default(true).describe("false: stop at ready, for `POST /imports/{id}/apply`."),
  confirmLeave: yes.default(false).describe("Let an Overwrite go on in which more than a fifth of the members leave."),
  createFields: yes.default(false).describe("Columns that match no field become fields."),
  blankErases: yes.default(false).describe("append-or-update: a blank cell empties the value."),
  delimiter,
  encoding: z
    .enum(ENCODINGS, "Write one of utf-8, utf-16le, utf-16be, windows-1252, iso-8859-15, macintosh.")
    .optional(),
  dateOrder: z.enum(["dmy", "mdy", "ymd"], "Write dmy, mdy or ymd.").optional(),
  country,
  mapping: mapping.optional().describe('JSON: {"Column":"field"} or {"Column":null} in place of the match by name.'),
});

/** The headers of the same call. */
export const importHeaders = z.object({
  "Idempotency-Key": z
    .string()
    .min(1, "The Idempotency-Key is empty.")
    .max(255, "An Idempotency-Key may have 255 characters.")
    .optional()
    .describe("The same key answers with the same import: a request that got no answer can be sent again."),
});

/** The query of `POST /api/v1/imports/{id}/apply`. */
export const applyQuery = z.strictObject({
  confirmLeave: yes
    .default(false)
    .describe("Needed for an Overwrite that lets more than a fifth of the members leave."),
});

/** A choice that may be left to what is found from the file: an empty answer is none. */
const orFound = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

/** How a file is to be read, as the upload and the columns page ask it. */
export const readingForm = z.object({
  delimiter: orFound(z.enum(DELIMITERS)),
  encoding: orFound(z.enum(ENCODINGS)),
  header: orFound(z.enum(["yes", "no"])),
  quote: orFound(z.enum(QUOTES)),
  dateOrder: orFound(z.enum(["dmy", "mdy", "ymd"])),
  decimal: orFound(z.enum([".", ","])),
  country: z.preprocess((value) => (value === "" ? undefined : value), country),
});

/** What `readingForm` has checked, as an import's options have it. */
export function readingChoice(asked: z.output<typeof readingForm>): ReadingChoice {
  const { delimiter, encoding, header, quote, dateOrder, decimal, country } = asked;
  const format = {
    ...(delimiter && { delimiter }),
    ...(encoding && { encoding }),
    ...(header && { header: header === "yes" }),
    ...(quote && { quote }),
  };
  return { format, dateOrder, decimal, country };
}

/** The fields of the upload form, without its file. */
export const uploadForm = readingForm.extend({
  profile: z.coerce.number("Choose a profile.").int("Choose a profile.").positive("Choose a profile."),
  action: action.default("append"),
  origin: z.enum(["csv", "excel", "paste"]).default("csv"),
  reference: reference.default(""),
  fileName,
});

/** The query of `GET /api/v1/imports`. */
export const importListQuery = pageQuery.extend({
  profile: z.string().max(100).optional().describe("A profile's key."),
  status: z
    .enum(
      IMPORT_STATES,
      "Write one of receiving, columns, checking, ready, applying, done, undone, cancelled, interrupted, failed.",
    )
    .optional(),
});
