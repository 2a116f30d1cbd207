import { parse } from "csv-parse/sync";
import { environment } from "#lib/environment.ts";
import type { FieldType } from "#lib/fields/field.ts";
import { fieldNameProblems, MAX_FIELDS } from "#lib/fields/field-input.ts";
import { suggestMapping } from "#lib/fields/header-names.ts";
import { typeCollector } from "#lib/fields/infer-type.ts";
import { emailKey, isRefusal } from "#lib/fields/parse-value.ts";
import { DEFAULT_READING } from "#lib/fields/reading.ts";
import { detectDelimiter, SEP_LINE } from "#lib/imports/reading/detect-delimiter.ts";
import { Problem } from "#lib/problem.ts";
import { type Words, words } from "#lib/text/words.ts";

export type FoundField = { name: string; type: FieldType };

/**
 * The fields that a file's first lines speak of: one for each column but the key's, of the type that the values below
 * the header fit. Cells copied out of a spreadsheet do as well. Throws Problem `no_header`.
 */
export function fieldsFromText(text: string, keyKind: "email" | "mobile"): FoundField[] {
  const [header = [], ...rows] = recordsOf(text);
  const names = header.map((name) => name.trim());
  if (names.every((name) => name === "")) throw noHeader("Paste the first line of the file at least: its header.");
  if (names.some((name) => !isRefusal(emailKey(name)))) {
    throw noHeader(
      "The first line holds an address, so it is no header. Paste the line with the names of the columns.",
    );
  }
  if (names.length > MAX_FIELDS)
    throw noHeader(words("These are more than {most, number} columns. Leave some out.", { most: MAX_FIELDS }));
  const targets = suggestMapping(names, [], keyKind);
  const found = names.flatMap((name, at): FoundField[] =>
    name === "" || targets[at] !== null ? [] : [{ name: [...name].slice(0, 100).join(""), type: typeOf(rows, at) }],
  );
  const wrong = new Set(fieldNameProblems(found.map(({ name }) => name)).map(({ path }) => Number.parseInt(path, 10)));
  return found.filter((_, at) => !wrong.has(at));
}

function recordsOf(text: string): string[][] {
  const body = text.replace(/^\uFEFF/, "");
  const { character } = detectDelimiter(body, true);
  return parse(body.replace(SEP_LINE, ""), {
    delimiter: character,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    to: 1000,
  });
}

/** A last line may have been cut off in the middle: what it holds counts as little as any other. */
function typeOf(rows: readonly string[][], at: number): FieldType {
  const { TIME_ZONE } = environment();
  const collector = typeCollector({ ...DEFAULT_READING, timeZone: TIME_ZONE });
  for (const row of rows) collector.add(row[at] ?? "");
  return collector.result().type;
}

const noHeader = (message: string | Words) =>
  new Problem("invalid", "no_header", message, [{ path: "header", message }]);
