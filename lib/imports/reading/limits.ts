/** What a file may hold. Whatever goes beyond ends the reading with a file fault, before anything is written. */
export type ReadLimits = {
  maxColumns: number;
  /** Bytes of one record, measured in UTF-8, its line end included. */
  maxRecordBytes: number;
  /** Records after the header, rejected ones and rows of nothing but delimiters included. */
  maxRows: number;
  /** UTF-16 units of one cell, as Excel counts them. A longer cell rejects its row only. */
  maxCellChars: number;
};

/** 32,767 is the most that a cell of Excel holds, 1 MiB the most that 500 sensible columns need. */
export const DEFAULT_LIMITS: ReadLimits = {
  maxColumns: 500,
  maxRecordBytes: 1024 * 1024,
  maxRows: 20_000_000,
  maxCellChars: 32_767,
};
