/** Why a value is not taken. Stable words: they stand in logs, in the file of rejected rows and in the API. */
export type RefusalReason =
  | "required"
  | "control_char"
  | "too_long"
  | "error_value"
  | "number"
  | "number_scientific"
  | "number_range"
  | "number_precision"
  | "date"
  | "date_impossible"
  | "date_with_time"
  | "datetime"
  | "yesno"
  | "choice"
  | "phone"
  | "phone_scientific"
  | "phone_country"
  | "phone_several"
  | "phone_none"
  | "url"
  | "email"
  | "email_eai"
  | "json_type";

/** `keep: false` rejects the row; `keep: true` leaves the cell empty, with a warning, and the row goes in. */
export type Refusal = { readonly reason: RefusalReason; readonly keep: boolean };

/** What a type's own parser gets is cleaned and not empty; what it gives is Postgres' input text of the column. */
export type ValueParser = (text: string) => string | Refusal;

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === "object" && value !== null && "reason" in value && "keep" in value;
}

/** Rejects the row. Made once for each reason, so that a bad column costs no memory. */
export function reject(reason: RefusalReason): Refusal {
  return Object.freeze({ reason, keep: false });
}

/** Leaves the cell empty with a warning. */
export function leaveEmpty(reason: RefusalReason): Refusal {
  return Object.freeze({ reason, keep: true });
}
