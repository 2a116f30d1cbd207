import { DELIMITERS, type Delimiter, type Quote } from "./format.ts";

/**
 * The delimiter that cuts the first records into the same number of cells, or the one that a `sep=;` line names.
 * `complete` says that `text` is the whole file; else its last line is cut off and does not count.
 */
export function detectDelimiter(
  text: string,
  complete: boolean,
): { character: Delimiter; quote: Quote; firstRow: string[] } {
  const separator = SEP_LINE.exec(text);
  const body = (separator === null ? text : text.slice(separator[0].length)).trimStart();
  const named = DELIMITERS.find((delimiter) => delimiter === separator?.[1]);
  const line = /^[^\r\n]*/.exec(body)?.[0] ?? "";
  const quote = IN_APOSTROPHES.test(line) ? "'" : '"';
  const character = named ?? mostConsistent(body, quote, complete);
  return { character, quote, firstRow: cutFirstRow(line, character, quote) };
}

/** Some databases write `'email','name'`. Only where each cell of the first row is written so: names have apostrophes. */
const IN_APOSTROPHES = /^'[^']*'(?:[,;\t|]'[^']*')*$/;

/** Excel's own way to name the delimiter; the line is no data. */
export const SEP_LINE = /^\uFEFF?"?sep=(.)"?(?:\r\n|\n|\r|$)/i;

function mostConsistent(body: string, quote: Quote, complete: boolean): Delimiter {
  let best: { delimiter: Delimiter; score: number; cells: number } = { delimiter: ",", score: 0, cells: 0 };
  for (const delimiter of BY_RARITY) {
    const widths = recordWidths(body, delimiter, quote, complete);
    const cells = widths[0] ?? 1;
    if (cells === 1) continue; // a delimiter that the header does not have cuts no column
    const score = widths.filter((width) => width === cells).length / widths.length;
    if (score > best.score || (score === best.score && cells > best.cells)) best = { delimiter, score, cells };
  }
  return best.delimiter;
}

/** On a tie the sign that is rarer in text wins: a comma also stands in numbers, names and addresses. */
const BY_RARITY: readonly Delimiter[] = ["\t", ";", "|", ","];
const SAMPLE_RECORDS = 200;

/** Cells per record of the first records that are not blank. A quote counts only where it may open or close a cell. */
function recordWidths(body: string, delimiter: Delimiter, quote: Quote, complete: boolean): number[] {
  const widths: number[] = [];
  let width = 1;
  let quoted = false;
  let blank = true;
  let cellStart = true;
  for (let at = 0; at < body.length && widths.length < SAMPLE_RECORDS; at++) {
    const sign = body[at];
    const lineEnd = sign === "\n" || sign === "\r";
    if (sign === quote && (quoted || cellStart)) quoted = !quoted;
    else if (!quoted && sign === delimiter) width++;
    else if (!quoted && lineEnd) {
      if (!blank) widths.push(width);
      width = 1;
      blank = true;
    }
    if (!lineEnd && sign !== delimiter) blank = false;
    cellStart = !quoted && (lineEnd || sign === delimiter || sign === quote);
  }
  if (!blank && (complete || widths.length === 0)) widths.push(width);
  return widths;
}

/** Good enough to tell names from data; the reader itself cuts the header. */
function cutFirstRow(line: string, delimiter: Delimiter, quote: Quote): string[] {
  const quoted = (cell: string) => cell.length > 1 && cell.startsWith(quote) && cell.endsWith(quote);
  return line.split(delimiter).map((cell) => (quoted(cell) ? cell.slice(1, -1) : cell).trim());
}
