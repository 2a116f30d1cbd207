import { say } from "#components/words/say.ts";
import type { Translator } from "#components/words/translator.ts";
import type { ImportOptions } from "#lib/imports/import.ts";

/* The ways in which a file can be read, as its form offers them and its review names them. */

export type Choices = readonly (readonly [value: string, words: string])[];

/** For a closed line: `comma, utf-8`. */
export const readShortly = ({ format }: ImportOptions, t: Translator): string =>
  format ? `${t(DELIMITER_NAMES[format.delimiter])}, ${wordsOf(ENCODINGS, format.encoding, t)}` : t("workbook");

/** What a choice is called. */
export function wordsOf(choices: Choices, value: string, t: Translator): string {
  const found = choices.find(([each]) => each === value);
  return found ? t(found[1]) : value;
}

const DELIMITER_NAMES = { ",": say("comma"), ";": say("semicolon"), "\t": say("tab"), "|": say("bar") } as const;
export const DELIMITERS: Choices = [
  [",", say("Comma ,")],
  [";", say("Semicolon ;")],
  ["\t", say("Tab")],
  ["|", say("Bar |")],
];
export const ENCODINGS: Choices = [
  ["utf-8", "UTF-8"],
  ["utf-16le", say("UTF-16 (little endian)")],
  ["utf-16be", say("UTF-16 (big endian)")],
  ["windows-1252", "Windows-1252"],
  ["iso-8859-15", "ISO-8859-15"],
  ["macintosh", "Mac Roman"],
];
export const HEADER: Choices = [
  ["yes", say("Names the columns")],
  ["no", say("Is data already")],
];
export const DATE_ORDERS: Choices = [
  ["dmy", say("Day/month/year")],
  ["mdy", say("Month/day/year")],
  ["ymd", say("Year/month/day")],
];
export const DECIMALS: Choices = [
  [".", say("Point: 1234.56")],
  [",", say("Comma: 1234,56")],
];
export const QUOTES: Choices = [
  ['"', say('Quotes "')],
  ["'", say("Apostrophes '")],
  ["none", say("Nothing")],
];

/** Left to what the file shows. */
export const FOUND = ["", say("Found from the file")] as const;
