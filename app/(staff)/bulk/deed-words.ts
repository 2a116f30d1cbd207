import type { BulkAction } from "#lib/contacts/bulk/bulk-action.ts";

/** What was done, or is to be: "Status unsubscribed, because asked by mail". */
export function deedInWords({ deed }: Pick<BulkAction, "deed">): string {
  switch (deed.kind) {
    case "status":
      return `Status ${deed.status}: ${deed.reason}`;
    case "set-field":
      return deed.value === null ? "A field emptied" : "A field set";
    case "add-to-profile":
      return "Added to a profile";
    case "remove":
      return "Removed from the profile";
    case "erase":
      return "Erased";
    default:
      return deed satisfies never;
  }
}
