/**
 * Why a whole file cannot be read. A plain value, so that it crosses from a worker thread and fits the import's log;
 * `fileFaultWords` says it in a sentence.
 */
export type FileFault = {
  code: FileFaultCode;
  /** 1-based line of the file. */
  line?: number;
  /** 1-based column. */
  column?: number;
  /** What was found: a short excerpt of the file, or what kind of file it is. */
  value?: string;
  /** The limit that was passed. */
  limit?: number;
};

export type FileFaultCode =
  | "empty"
  | "encoding"
  | "not_csv"
  | "not_xlsx"
  | "unsupported_type"
  | "zip_bomb"
  | "too_many_columns"
  | "too_many_rows"
  | "record_too_long"
  | "unclosed_quote"
  | "header_quote"
  | "header_too_long"
  | "header_control_char"
  | "duplicate_header"
  | "no_known_header"; // raised by the mapping of columns, which knows the fields

/** Carries a `FileFault` out of a stream that is being read. Nothing else is thrown by this folder on purpose. */
export class UnreadableFile extends Error {
  override readonly name = "UnreadableFile";
  readonly fault: FileFault;

  constructor(fault: FileFault) {
    super(`file fault ${fault.code}`);
    this.fault = fault;
  }
}

/** So much of a text as fits into a message. */
export function excerpt(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`;
}
