import { say } from "#components/words/say.ts";
import type { Translator } from "#components/words/translator.ts";
import type { BulkKind, Left, LeftReason } from "#lib/contacts/bulk/bulk-action.ts";

export const TITLES: Readonly<Record<BulkKind, string>> = {
  status: say("Change the status"),
  "set-field": say("Set a field"),
  "add-to-profile": say("Add to a profile"),
  remove: say("Remove from the profile"),
  export: say("Export"),
  erase: say("Erase people"),
};

/** Why some stayed as they were, with their number: "3 had that status already, and stayed as they were." */
export const leftInWords = ({ reason, count }: Left, t: Translator): string => t(LEFT_WORDS[reason], { count });

const LEFT_WORDS: Readonly<Record<LeftReason, string>> = {
  same_status: say(
    "{count, plural, one {# had that status already, and stayed as it was.} other {# had that status already, and stayed as they were.}}",
  ),
  same_value: say(
    "{count, plural, one {# had that value already, and stayed as it was.} other {# had that value already, and stayed as they were.}}",
  ),
  in_already: say(
    "{count, plural, one {# was in the profile already, and stayed as it was.} other {# were in the profile already, and stayed as they were.}}",
  ),
  other_key: say(
    "{count, plural, one {# is known by another kind of key than the profile's, and was left out.} other {# are known by another kind of key than the profile's, and were left out.}}",
  ),
  required_empty: say(
    "{count, plural, one {# has nothing in a field that must not be empty there, and was left out.} other {# have nothing in a field that must not be empty there, and were left out.}}",
  ),
};
