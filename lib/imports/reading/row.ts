/** Each record of the file after the header, blank ones apart, comes out exactly once: read, or rejected. */
export type Row = ReadRow | RejectedRow;

export type ReadRow = {
  /** 1-based line of the file on which the record starts; in a workbook, the row's number. */
  line: number;
  /** As many as the header has, each exactly as the file has it. */
  cells: string[];
  /** What the person should look at although the row is read. */
  warnings?: CellWarning[];
};

export type RejectedRow = {
  line: number;
  fault: RowFault;
  /** The record as far as it can be told into cells; of a record whose quoted cell goes on behind its quote, its line cut at every delimiter. */
  raw: string[];
};

/** `column` is 1-based. */
export type RowFault =
  | { code: "column_count"; expected: number; found: number }
  | { code: "quote"; column: number }
  | { code: "cell_too_long"; column: number; limit: number }
  | { code: "control_char"; column: number }
  | { code: "date_serial"; column: number; value: string };

/** `stray_quote`: a CSV cell without quotes around it holds one, and was taken as it stands. The others are a workbook's. */
export type CellWarning = { code: "stray_quote" | "precision_lost" | "error_cell"; column: number; value: string };

/** What a reader hands over, whatever the file was. */
export type Reading = {
  /** The columns' names as the file has them, or `column 3` where it has none. */
  header: string[];
  /** The file's first record that is not blank, and its line: what a person sees on top, whether or not it names the columns. */
  firstRecord?: { line: number; cells: string[] };
  /** A hundred to a thousand rows at a time; nothing is read ahead of the one who asks. Throws `UnreadableFile`. */
  batches: AsyncGenerator<Row[], void, undefined>;
  /** Grows while the batches are read. */
  counts: Counts;
  /** What a person should know of the choices that were made; all of it once the batches are read. */
  notices?(): ReadNotice[];
};

export type ReadNotice = { code: "other_sheets" | "hidden_rows"; value: string };

export type Counts = {
  /** Rows that were handed over with their cells. */
  read: number;
  /** Rows that were handed over with a fault. */
  rejected: number;
  /** Empty lines and rows of nothing but delimiters, which are skipped. */
  blank: number;
};
