import { formatNumber } from "#components/format.ts";
import type { BulkKind } from "#lib/contacts/bulk/bulk-action.ts";

/** "1,204 contacts" */
export const contacts = (count: number): string => `${formatNumber(count)} ${count === 1 ? "contact" : "contacts"}`;

export function questionOf(kind: BulkKind, count: number, from: string | null): string {
  const those = `${contacts(count)} ${from === null ? "of the repository" : `in ${from}`}`;
  const questions: Record<BulkKind, string> = {
    status: `Change the status of ${those}?`,
    "set-field": `Give ${those} this value?`,
    "add-to-profile": `Add ${those} to another profile?`,
    remove: `Remove ${contacts(count)} from ${from ?? "the profile"}?`,
    export: `Export ${those}?`,
    erase: `Erase ${those}, for good?`,
  };
  return questions[kind];
}

/** What will happen, a sentence each. */
export function consequencesOf(kind: BulkKind, count: number, from: string | null): string[] {
  const number = contacts(count);
  const consequences: Record<BulkKind, string[]> = {
    status: [
      `${number} get the status that you choose, in the repository and in every profile that they are in.`,
      "The reason is kept in the history of each. Whoever has that status already stays as is.",
    ],
    "set-field": [
      `${number} get the same value. What was there before is kept in the history of each.`,
      "An empty answer empties the field.",
    ],
    "add-to-profile": [
      `Of ${number}, those who are not in it yet go in, each with the status that it has.`,
      from === null
        ? "They go in without values: the repository knows only the address and the status."
        : "Values go with them where both profiles have a field of the same name and type.",
    ],
    remove: [
      `${number} leave ${from ?? "the profile"}, and what it knows of them is gone.`,
      "They stay in the repository, with their status.",
    ],
    export: [
      `A CSV file of ${number}, as they are at this moment.`,
      from === null
        ? "It has the email or the mobile, and the status. Export a profile for the values of its fields."
        : "It has the address, every field of the profile and the status. Importing it again changes nothing.",
    ],
    erase: [
      `${number} are erased from the repository, from every profile, and from all that imports have kept. This cannot be undone.`,
      "Imports that are not applied yet and hold one of them are cancelled.",
      "A keyed hash of each remains, so that no import brings the address back.",
    ],
  };
  return consequences[kind];
}

export function submitOf(kind: BulkKind, count: number): string {
  const number = contacts(count);
  const buttons: Record<BulkKind, string> = {
    status: `Change the status of ${number}`,
    "set-field": `Set the field of ${number}`,
    "add-to-profile": `Add ${number}`,
    remove: `Remove ${number}`,
    export: `Export ${number}`,
    erase: `Erase ${number}`,
  };
  return buttons[kind];
}
