import { isRefusal, parserFor, type Refusal, reasonInWords } from "#lib/fields/parse-value.ts";
import { toDisplayValue } from "#lib/fields/show-value.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import type { Speaker, Words } from "#lib/text/words.ts";
import { readingOf } from "./check/reading-of.ts";
import { asEveryCell } from "./check/required-fields.ts";
import { keyCellParser, written } from "./check/row-parser.ts";
import type { ColumnTarget, Import } from "./import.ts";

/** A cell of the file, and what it is read as; `wrong` says why it is not taken. */
export type ReadCell = { raw: string; read: string; wrong?: Words };

/**
 * Reads the cells of one column as the check does, for a page that shows them in the language of `t`. Of somebody
 * `isNew`, who has no value that a blank cell could leave alone, as the check does once it knows that.
 */
export function cellReader(
  target: ColumnTarget | null,
  found: Import,
  profile: Profile,
  t: Speaker,
  isNew = false,
): (raw: string) => ReadCell {
  const reading = readingOf(found.options);
  const field = target?.kind === "field" ? profile.fields.find(({ id }) => id === target.fieldId) : undefined;
  const refused = (raw: string, { reason }: Refusal): ReadCell => ({
    raw,
    read: raw,
    wrong: reasonInWords(reason, { value: raw, options: field?.options, reading }),
  });
  if (target?.kind === "key") {
    const parse = keyCellParser(profile.keyKind, reading);
    return (raw) => {
      const key = parse(written(raw));
      return isRefusal(key) ? refused(raw, key) : { raw, read: key };
    };
  }
  if (!field) return (raw) => ({ raw, read: raw });
  const parse = parserFor(isNew ? field : asEveryCell(field, found), reading);
  return (raw) => {
    const value = parse(written(raw));
    return isRefusal(value) ? refused(raw, value) : { raw, read: toDisplayValue(field, value, reading.timeZone, t) };
  };
}
