/** How the bytes of a CSV file are to be understood: found by `detectFormat`, and each part can be set by hand. */
export type CsvFormat = {
  encoding: Encoding;
  delimiter: Delimiter;
  /** True: the first row names the columns. False: it is data, and the columns are called `column 1`, `column 2`, … */
  header: boolean;
  /** What stands around a cell that holds delimiters or line ends, twice for itself; absent: `"`. */
  quote?: Quote;
};

export const ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "windows-1252", "iso-8859-15", "macintosh"] as const;
export type Encoding = (typeof ENCODINGS)[number];

export const DELIMITERS = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** `none`: quotes are signs like any other, and every line is a record. */
export const QUOTES = ['"', "'", "none"] as const;
export type Quote = (typeof QUOTES)[number];
