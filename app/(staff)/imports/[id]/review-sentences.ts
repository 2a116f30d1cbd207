import { formatCount, formatNumber, formatShare } from "#components/format.ts";
import type { Import, Review } from "#lib/imports/import.ts";
import type { Profile } from "#lib/profiles/profile.ts";

/** What Apply would do, a sentence for each thing. */
export function reviewSentences(found: Import, review: Review, { name }: Profile): string[] {
  const { new: added, updated, unchanged, rejected, duplicate, blank } = found;
  const { newContacts, unsubscribed, bounced, leaving, members } = review;
  const all: (string | false)[] = [
    ...actionSentences(found, name),
    newContacts > 0 && `${formatCount(newContacts, "person is", "people are")} new in the repository.`,
    found.action !== "unsubscribe" &&
      unsubscribed > 0 &&
      `${formatCount(unsubscribed, "row is of a person", "rows are of people")} who unsubscribed: they go in, and stay unsubscribed.`,
    bounced > 0 &&
      found.action !== "unsubscribe" &&
      `${formatCount(bounced, "row is of a person", "rows are of people")} whose mail bounced: they go in, and stay bounced.`,
    leaving > 0 &&
      `${formatNumber(leaving)} of ${formatCount(members, "member")} (${formatShare(leaving, members)}) leave ${name}, because the file does not hold them. They stay in the repository.`,
    duplicate > 0 && `${formatCount(duplicate, "row is", "rows are")} replaced by a later row of the same contact.`,
    rejected > 0 && `${formatCount(rejected, "row is", "rows are")} rejected, and will not go in.`,
    blank > 0 && `${formatCount(blank, "blank line")} of the file ${blank === 1 ? "is" : "are"} no row.`,
    added + updated === 0 && leaving === 0 && unchanged > 0 && "Nothing would change: everything is as the file says.",
  ];
  return all.filter((sentence) => sentence !== false);
}

function actionSentences({ action, new: added, updated, unchanged }: Import, name: string): (string | false)[] {
  if (action === "unsubscribe") {
    return [
      updated > 0 && `${formatCount(updated, "contact")} will become unsubscribed, in every profile.`,
      added > 0 && `${formatCount(added, "address", "addresses")} will be kept in the repository as unsubscribed.`,
      unchanged > 0 && `${formatCount(unchanged, "contact is", "contacts are")} unsubscribed already.`,
    ];
  }
  return [
    added > 0 && `${formatCount(added, "contact")} will be added to ${name}.`,
    updated > 0 && `${formatCount(updated, "contact")} will change.`,
    unchanged > 0 &&
      `${formatCount(unchanged, "contact is", "contacts are")} in ${name} already, and ${unchanged === 1 ? "stays" : "stay"} as ${unchanged === 1 ? "it is" : "they are"}.`,
  ];
}
