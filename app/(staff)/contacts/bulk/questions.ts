import { say } from "#components/words/say.ts";
import type { Translator } from "#components/words/translator.ts";
import type { BulkKind } from "#lib/contacts/bulk/bulk-action.ts";

/** What is asked before `count` are changed; `from` is the profile's name, null for the whole repository. */
export const questionOf = (kind: BulkKind, count: number, from: string | null, t: Translator): string =>
  t(from === null ? QUESTIONS[kind].all : QUESTIONS[kind].of, { count, profile: from ?? "" });

/** What will happen, a sentence each. */
export const consequencesOf = (kind: BulkKind, count: number, from: string | null, t: Translator): string[] =>
  CONSEQUENCES[kind](from !== null).map((sentence) => t(sentence, { count, profile: from ?? "" }));

export const submitOf = (kind: BulkKind, count: number, t: Translator): string => t(BUTTONS[kind], { count });

/** Of contacts in a profile, and of the repository's. */
const QUESTIONS: Readonly<Record<BulkKind, { of: string; all: string }>> = {
  status: {
    of: say("Change the status of {count, plural, one {# contact} other {# contacts}} in {profile}?"),
    all: say("Change the status of {count, plural, one {# contact} other {# contacts}} of the repository?"),
  },
  "set-field": {
    of: say("Give {count, plural, one {# contact} other {# contacts}} in {profile} this value?"),
    all: say("Give {count, plural, one {# contact} other {# contacts}} of the repository this value?"),
  },
  "add-to-profile": {
    of: say("Add {count, plural, one {# contact} other {# contacts}} in {profile} to another profile?"),
    all: say("Add {count, plural, one {# contact} other {# contacts}} of the repository to another profile?"),
  },
  remove: {
    of: say("Remove {count, plural, one {# contact} other {# contacts}} from {profile}?"),
    all: say("Remove {count, plural, one {# contact} other {# contacts}} from the profile?"),
  },
  export: {
    of: say("Export {count, plural, one {# contact} other {# contacts}} in {profile}?"),
    all: say("Export {count, plural, one {# contact} other {# contacts}} of the repository?"),
  },
  erase: {
    of: say("Erase {count, plural, one {# contact} other {# contacts}} in {profile}, for good?"),
    all: say("Erase {count, plural, one {# contact} other {# contacts}} of the repository, for good?"),
  },
};

const CONSEQUENCES: Readonly<Record<BulkKind, (inProfile: boolean) => readonly string[]>> = {
  status: () => [
    say(
      "{count, plural, one {# contact gets the status that you choose, in the repository and in every profile that it is in.} other {# contacts get the status that you choose, in the repository and in every profile that they are in.}}",
    ),
    say("The reason is kept in the history of each. Whoever has that status already stays as is."),
  ],
  "set-field": () => [
    say(
      "{count, plural, one {# contact gets this value.} other {# contacts get the same value.}} What was there before is kept in the history of each.",
    ),
    say("An empty answer empties the field."),
  ],
  "add-to-profile": (inProfile) => [
    say(
      "Of {count, plural, one {# contact} other {# contacts}}, those who are not in it yet go in, each with the status that it has.",
    ),
    inProfile
      ? say("Values go with them where both profiles have a field of the same name and type.")
      : say("They go in without values: the repository knows only the address and the status."),
  ],
  remove: () => [
    say(
      "{count, plural, one {# contact leaves} other {# contacts leave}} {profile}, and what it knows of them is gone.",
    ),
    say("They stay in the repository, with their status."),
  ],
  export: (inProfile) => [
    say("A CSV file of {count, plural, one {# contact} other {# contacts}}, as they are at this moment."),
    inProfile
      ? say("It has the address, every field of the profile and the status. Importing it again changes nothing.")
      : say("It has the email or the mobile, and the status. Export a profile for the values of its fields."),
  ],
  erase: () => [
    say(
      "{count, plural, one {# contact is} other {# contacts are}} erased from the repository, from every profile, and from all that imports have kept. This cannot be undone.",
    ),
    say("Imports that are not applied yet and hold one of them are cancelled."),
    say("A keyed hash of each remains, so that no import brings the address back."),
  ],
};

const BUTTONS: Readonly<Record<BulkKind, string>> = {
  status: say("Change the status of {count, plural, one {# contact} other {# contacts}}"),
  "set-field": say("Set the field of {count, plural, one {# contact} other {# contacts}}"),
  "add-to-profile": say("Add {count, plural, one {# contact} other {# contacts}}"),
  remove: say("Remove {count, plural, one {# contact} other {# contacts}}"),
  export: say("Export {count, plural, one {# contact} other {# contacts}}"),
  erase: say("Erase {count, plural, one {# contact} other {# contacts}}"),
};
