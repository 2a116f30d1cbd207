import {
  emailKey,
  isRefusal,
  mobileKeyParser,
  parserFor,
  type RefusalReason,
  reasonInWords,
} from "#lib/fields/parse-value.ts";
import { toDisplayValue } from "#lib/fields/show-value.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { inEnglish } from "#lib/text/words.ts";
import { readingOf } from "../check/reading-of.ts";
import type { ColumnTarget, Import } from "../import.ts";
import { openFile } from "../open-file.ts";
import { UnreadableFile } from "../reading/file-fault.ts";
import { fileFaultWords } from "../reading/file-fault-words.ts";
import { rowFaultWords } from "../reading/row-fault-words.ts";

/** A cell of the file, and what it is read as; `wrong` says why it is not taken. */
export type FirstCell = { raw: string; read: string; wrong?: string };
export type FirstRow = { line: number; cells: FirstCell[]; wrong?: string };

/** The first rows of an import's file just as the check would read them; a sentence where the file cannot be read. */
export async function firstRows(
  person: Person,
  found: Import,
  profile: Profile,
  count: number,
): Promise<FirstRow[] | string> {
  authorize(person, "imports.view");
  try {
    const file = await openFile(found);
    const batch = await file.batches.next();
    await file.batches.return();
    const show = (found.mapping ?? []).map(({ target }) => cellReader(target, found, profile));
    return (batch.done ? [] : batch.value.slice(0, count)).map((row) => {
      if ("cells" in row) return { line: row.line, cells: row.cells.map((raw, at) => show[at]?.(raw) ?? asIs(raw)) };
      return { line: row.line, cells: row.raw.map(asIs), wrong: rowFaultWords(row.fault, file.header).words };
    });
  } catch (error) {
    if (error instanceof UnreadableFile) return fileFaultWords(error.fault);
    throw error;
  }
}

const asIs = (raw: string): FirstCell => ({ raw, read: raw });

function cellReader(target: ColumnTarget | null, found: Import, profile: Profile): (raw: string) => FirstCell {
  const reading = readingOf(found.options);
  if (target?.kind === "key") {
    const parse = profile.keyKind === "email" ? emailKey : mobileKeyParser(reading.country);
    return (raw) => {
      const key = parse(raw);
      return typeof key === "string" ? { raw, read: key } : { raw, read: raw, wrong: wordsOf(key.reason, raw) };
    };
  }
  const field = target && profile.fields.find(({ id }) => id === target.fieldId);
  if (!field) return asIs;
  const parse = parserFor(field, reading);
  return (raw) => {
    const value = parse(raw);
    if (isRefusal(value)) return { raw, read: raw, wrong: wordsOf(value.reason, raw) };
    return { raw, read: toDisplayValue(field, value, reading.timeZone) };
  };
}

const wordsOf = (reason: RefusalReason, value: string) => inEnglish(reasonInWords(reason, { value }));
