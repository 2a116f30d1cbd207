import type { Field } from "#lib/fields/field.ts";

/** A named audience. */
export type Profile = {
  id: number;
  /** The opaque random string that the API uses. */
  key: string;
  name: string;
  description: string;
  type: "regular" | "mobile_only" | "virtual";
  /** What its members are keyed by; of its source for a virtual one. */
  keyKind: "email" | "mobile";
  /** Of a virtual profile. */
  sourceId: number | null;
  rules: unknown;
  counts: { contacts: number; active: number; unsubscribed: number; bounced: number };
  /** In the order shown; of its source for a virtual one. */
  fields: Field[];
  /** Goes up with every change of a member. */
  revision: number;
  createdAt: Date;
  lastImportAt: Date | null;
  archivedAt: Date | null;
};
