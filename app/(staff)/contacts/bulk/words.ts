import { formatNumber } from "#components/format.ts";
import type { BulkKind, Left, LeftReason } from "#lib/contacts/bulk/bulk-action.ts";

export const TITLES: Readonly<Record<BulkKind, string>> = {
  status: "Change the status",
  "set-field": "Set a field",
  "add-to-profile": "Add to a profile",
  remove: "Remove from the profile",
  export: "Export",
  erase: "Erase people",
};

/** Why some stayed as they were, with their number: "3 had that status already, and stayed as they were." */
export function leftInWords({ reason, count }: Left): string {
  const [one, many] = LEFT_WORDS[reason];
  return count === 1 ? one : many.replace("{count}", formatNumber(count));
}

const LEFT_WORDS: Readonly<Record<LeftReason, readonly [one: string, many: string]>> = {
  same_status: [
    "1 had that status already, and stayed as it was.",
    "{count} had that status already, and stayed as they were.",
  ],
  same_value: [
    "1 had that value already, and stayed as it was.",
    "{count} had that value already, and stayed as they were.",
  ],
  in_already: [
    "1 was in the profile already, and stayed as it was.",
    "{count} were in the profile already, and stayed as they were.",
  ],
  other_key: [
    "1 is known by another kind of key than the profile's, and was left out.",
    "{count} are known by another kind of key than the profile's, and were left out.",
  ],
  required_empty: [
    "1 has nothing in a field that must not be empty there, and was left out.",
    "{count} have nothing in a field that must not be empty there, and were left out.",
  ],
};
