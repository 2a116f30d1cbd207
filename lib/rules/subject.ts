import type { Field, FieldType } from "#lib/fields/field.ts";
import { normalName } from "./walk-rule.ts";

/** What a condition's name stands for. */
export type Subject =
  | { type: "email" }
  | { type: "mobile" }
  | { type: "status" }
  | { type: "added" }
  | { type: FieldType; field: Field };

/** What a member is known by: the profile's kind decides. */
export type KeyKind = "email" | "mobile";

/** Without regard to case. Null when the profile has nothing of that name. */
export function subjectOf(name: string, fields: readonly Field[], keyKind: KeyKind): Subject | null {
  const wanted = normalName(name);
  // No field may be called status or added; one of a profile keyed by mobile may be called email.
  if (wanted === keyKind || wanted === "status" || wanted === "added") return { type: wanted };
  const field = fields.find((candidate) => normalName(candidate.name) === wanted);
  return field ? { type: field.type, field } : null;
}

export const STATUSES = ["active", "unsubscribed", "bounced"] as const;
export type StatusWord = (typeof STATUSES)[number];
