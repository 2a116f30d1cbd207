import type { imports } from "#db/schema.ts";
import type { Words } from "#lib/text/words.ts";
import type { ImportNotice } from "./notices.ts";
import type { CsvFormat } from "./reading/format.ts";
import type { ImportState } from "./states.ts";

export const ACTIONS = ["append", "overwrite", "append-or-update", "unsubscribe"] as const;
export type ImportAction = (typeof ACTIONS)[number];

export const ORIGINS = ["csv", "excel", "paste", "api"] as const;
export type ImportOrigin = (typeof ORIGINS)[number];

/** One import as its log row has it. */
export type Import = Omit<
  typeof imports.$inferSelect,
  "state" | "action" | "origin" | "options" | "mapping" | "review" | "errorWords"
> & {
  state: ImportState;
  action: ImportAction;
  origin: ImportOrigin;
  options: ImportOptions;
  mapping: ColumnMapping[] | null;
  review: Review | null;
  /** Why it failed, for pages. */
  errorWords: Words | null;
};

/** How the file is to be read and what was asked for. What is missing is found from the file. */
export type ImportOptions = {
  /** How the bytes of a CSV file are read. Absent for a workbook. */
  format?: CsvFormat;
  /** What was chosen in place of what would be found. */
  byHand?: Partial<CsvFormat>;
  dateOrder?: "dmy" | "mdy" | "ymd";
  decimal?: "." | ",";
  /** Two letters; for phones without a country's code. */
  country?: string;
  /** Append or Update: a blank cell empties the value. */
  blankErases?: boolean;
  /** Columns that match no field become fields. */
  createFields?: boolean;
  /** Apply without waiting for a person, once it is Ready. */
  autoApply?: boolean;
  /** An Overwrite may let more than a fifth leave without being asked again. */
  confirmLeave?: boolean;
  /** The API's `mapping`: columns by name, each to a field's name or to nothing. */
  mapping?: Record<string, string | null>;
  /** A hash of what was asked for with an Idempotency-Key. */
  asked?: string;
  /** The file seems to have been encoded twice: `JosÃ©`. */
  encodedTwice?: boolean;
  /** What the check wants a person to know of the file as a whole. */
  notices?: ImportNotice[];
  /** What was found over all rows, once by the columns page and again by each check: shown with the first rows. */
  found?: { dateOrder?: "dmy" | "mdy" | "ymd"; decimal?: "." | "," };
};

/** What becomes of one column of the file; they stand in the file's order. */
export type ColumnMapping = {
  /** As the file's header has it. */
  column: string;
  target: ColumnTarget | null;
};

export type ColumnTarget =
  | { kind: "key" }
  /** `empty`: of an existing member only where it has no value yet. */
  | { kind: "field"; fieldId: number; mode: "always" | "empty" };

/** What the check found beyond the counts. */
export type Review = {
  /** People who are not in the repository yet. */
  newContacts: number;
  /** Of the rows that go in: how many are of people who are unsubscribed or bounced. They keep that status. */
  unsubscribed: number;
  bounced: number;
  /** Overwrite: members who are not in the file. */
  leaving: number;
  /** Members before. */
  members: number;
  /** By field id, how many existing members change there. */
  changes: { fieldId: number; count: number }[];
  /** Rejected rows by reason, most frequent first. */
  rejected: { reason: string; count: number }[];
  warnings: { reason: string; count: number }[];
  /** The Virtual profiles over this one that change. Absent in reviews from before there were any. */
  virtual?: VirtualChange[];
};

/** How many members a Virtual profile gains and loses by an import. */
export type VirtualChange = { id: number; name: string; gains: number; loses: number };

/** More than a fifth of the members would leave: Overwrite asks twice. */
export const LEAVE_LIMIT = 0.2;
export const leavesTooMany = (review: Review): boolean => review.leaving > review.members * LEAVE_LIMIT;

/** A program asked for it; an Overwrite that lets many leave waits for a person all the same, unless it said that any may. */
export function appliesItself({ action, options }: Pick<Import, "action" | "options">, review: Review): boolean {
  if (!options.autoApply) return false;
  return action !== "overwrite" || options.confirmLeave === true || !leavesTooMany(review);
}
