import type { ImportOptions } from "#lib/imports/import.ts";

/** What was chosen by hand of how a file is read, as the forms and addresses of its pages have it. */
export function readingAnswers({ byHand, dateOrder, decimal, country }: ImportOptions): Record<string, string> {
  const { delimiter, encoding, header, quote } = byHand ?? {};
  const firstRow = header === undefined ? undefined : header ? "yes" : "no";
  const answers = { delimiter, encoding, header: firstRow, quote, dateOrder, decimal, country };
  return Object.fromEntries(
    Object.entries(answers).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
