/** What a workbook may unpack to. Only bytes that were really unpacked count: a zip's own figures may lie. */
export type XlsxLimits = {
  /** Files inside the zip. */
  maxEntries: number;
  /** Bytes that all parts that are read may unpack to, together. */
  maxInflatedBytes: number;
  /** How many times its packed size a part may unpack to, at every point of it. */
  maxRatio: number;
  /** UTF-8 bytes of the texts that the cells share: the one thing of a workbook that has to be held in memory. */
  maxSharedStringBytes: number;
};

/**
 * Real sheets unpack to 5 to 30 times their size and bombs to 1,000 times, so the ratio tells them apart early.
 * 4 GiB is a full sheet of 1,048,576 rows × 60 columns, 256 MiB of texts one whose every row has eight of its own.
 * A workbook with charts and pictures has hundreds of entries.
 */
export const DEFAULT_XLSX_LIMITS: XlsxLimits = {
  maxEntries: 2000,
  maxInflatedBytes: 4 * 1024 ** 3,
  maxRatio: 200,
  maxSharedStringBytes: 256 * 1024 ** 2,
};

/**
 * The longest text that is read at all, in signs, and in bytes of XML between two tags. A cell of Excel holds 32,767
 * signs of up to 7 bytes each; one longer than that is rejected by itself, one without an end ends the reading.
 */
export const MAX_TEXT = 1024 * 1024;
