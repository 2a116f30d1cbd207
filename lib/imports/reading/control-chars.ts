/**
 * False: no cell of these bytes (UTF-8) holds a control character, so that only the few records of other pieces need
 * to be looked at cell by cell. Thirty searches by the runtime take a fourth of the time of one loop over the bytes.
 */
export function mayHoldControls(bytes: Buffer): boolean {
  return ASCII_CONTROLS.some((byte) => bytes.includes(byte)) || mayHoldLatinControls(bytes);
}

/** 1-based column of the first cell with a control character that no text has, or 0. */
export function controlColumn(cells: readonly string[]): number {
  return cells.findIndex((cell) => CONTROLS.test(cell)) + 1;
}

/** Tabs and line ends are text. NUL is not even that to PostgreSQL; the others are traces of a broken export. */
const CONTROLS = /[\p{Cc}--[\t\n\r]]/v;

const ASCII_CONTROLS = Array.from({ length: 0x80 }, (_, byte) => byte).filter((byte) =>
  CONTROLS.test(String.fromCharCode(byte)),
);

/** U+0080 to U+009F start with C2, as does the ¿ of any Spanish text; the piece may end between the two bytes. */
function mayHoldLatinControls(bytes: Buffer): boolean {
  for (let at = bytes.indexOf(LEAD); at !== -1; at = bytes.indexOf(LEAD, at + 1)) {
    if ((bytes[at + 1] ?? 0x80) < 0xa0) return true;
  }
  return false;
}

const LEAD = 0xc2;
