/**
 * False: no cell of these bytes (UTF-8) holds a control character, so that only the few records of other pieces need
 * to be looked at cell by cell.
 */
export function mayHoldControls(bytes: Buffer): boolean {
  for (let at = 0; at < bytes.length; at++) {
    const kind = BYTE_KINDS[bytes[at] ?? 0];
    if (kind === CONTROL) return true;
    // U+0080 to U+009F start with C2, as do the signs of Latin-1 that every Spanish text has; the piece may end between.
    if (kind === LEAD && (bytes[at + 1] ?? 0x80) < 0xa0) return true;
  }
  return false;
}

/** 1-based column of the first cell with a control character that no text has, or 0. */
export function controlColumn(cells: readonly string[]): number {
  return cells.findIndex((cell) => CONTROLS.test(cell)) + 1;
}

/** Tabs and line ends are text. NUL is not even that to PostgreSQL; the others are traces of a broken export. */
const CONTROLS = /[\p{Cc}--[\t\n\r]]/v;

const CONTROL = 1;
const LEAD = 2;
const BYTE_KINDS = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte === 0xc2) return LEAD;
  const text = byte === 0x09 || byte === 0x0a || byte === 0x0d;
  return (byte < 0x20 && !text) || byte === 0x7f ? CONTROL : 0;
});
