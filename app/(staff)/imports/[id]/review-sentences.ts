import type { Translator } from "#components/words/translator.ts";
import type { Import, Review } from "#lib/imports/import.ts";
import type { Profile } from "#lib/profiles/profile.ts";

/** What Apply would do, a sentence for each thing. */
export function reviewSentences(found: Import, review: Review, { name }: Profile, t: Translator): string[] {
  const { new: added, updated, unchanged, rejected, duplicate, blank } = found;
  const { newContacts, leaving, members } = review;
  const all: (string | false)[] = [
    ...actionSentences(found, name, t),
    newContacts > 0 &&
      t("{count, plural, one {# person is} other {# people are}} new in the repository.", { count: newContacts }),
    ...(found.action === "unsubscribe" ? [] : statusSentences(review, t)),
    leaving > 0 &&
      t(
        "{leaving, number} of {members, plural, one {# member} other {# members}} ({share}) leave {name}, because the file does not hold them. They stay in the repository.",
        { leaving, members, share: t.share(leaving, members), name },
      ),
    duplicate > 0 &&
      t("{count, plural, one {# row is} other {# rows are}} replaced by a later row of the same contact.", {
        count: duplicate,
      }),
    rejected > 0 &&
      t("{count, plural, one {# row is} other {# rows are}} rejected, and will not go in.", { count: rejected }),
    blank > 0 &&
      t("{count, plural, one {# blank line of the file is no row.} other {# blank lines of the file are no row.}}", {
        count: blank,
      }),
    added + updated === 0 &&
      leaving === 0 &&
      unchanged > 0 &&
      t("Nothing would change: everything is as the file says."),
  ];
  return all.filter((sentence) => sentence !== false);
}

/** Nobody becomes active by an import. */
const statusSentences = ({ unsubscribed, bounced }: Review, t: Translator): (string | false)[] => [
  unsubscribed > 0 &&
    t(
      "{count, plural, one {# row is of a person} other {# rows are of people}} who unsubscribed: they go in, and stay unsubscribed.",
      { count: unsubscribed },
    ),
  bounced > 0 &&
    t(
      "{count, plural, one {# row is of a person} other {# rows are of people}} whose mail bounced: they go in, and stay bounced.",
      { count: bounced },
    ),
];

function actionSentences(found: Import, name: string, t: Translator): (string | false)[] {
  const { action, new: added, updated, unchanged } = found;
  if (action === "unsubscribe") {
    return [
      updated > 0 &&
        t("{count, plural, one {# contact} other {# contacts}} will become unsubscribed, in every profile.", {
          count: updated,
        }),
      added > 0 &&
        t("{count, plural, one {# address} other {# addresses}} will be kept in the repository as unsubscribed.", {
          count: added,
        }),
      unchanged > 0 &&
        t("{count, plural, one {# contact is} other {# contacts are}} unsubscribed already.", { count: unchanged }),
    ];
  }
  return [
    added > 0 &&
      t("{count, plural, one {# contact} other {# contacts}} will be added to {name}.", { count: added, name }),
    updated > 0 && t("{count, plural, one {# contact} other {# contacts}} will change.", { count: updated }),
    unchanged > 0 &&
      t(
        "{count, plural, one {# contact is in {name} already, and stays as it is.} other {# contacts are in {name} already, and stay as they are.}}",
        { count: unchanged, name },
      ),
  ];
}
