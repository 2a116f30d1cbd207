import type { BulkKind, LeftReason } from "#lib/contacts/bulk/bulk-action.ts";

export const TITLES: Readonly<Record<BulkKind, string>> = {
  status: "Change the status",
  "set-field": "Set a field",
  "add-to-profile": "Add to a profile",
  remove: "Remove from the profile",
  erase: "Erase people",
};

/** Why some stayed as they were, after their number. */
export const LEFT_WORDS: Readonly<Record<LeftReason, string>> = {
  same_status: "had that status already",
  same_value: "had that value already",
  in_already: "were in the profile already",
  other_key: "are known by another kind of key than the profile's",
  required_empty: "have nothing in a field that must not be empty there",
};
