import type { BulkAction } from "#lib/contacts/bulk/bulk-action.ts";

/** What was done, or is to be, to a contact: "Status unsubscribed: asked by mail", "City set to “Quito”". */
export function deedInWords({ deed }: Pick<BulkAction, "deed">): string {
  switch (deed.kind) {
    case "status":
      return `Status ${deed.status}: ${deed.reason}`;
    case "set-field":
      return deed.value === null
        ? `${deed.name ?? "A field"} emptied`
        : `${deed.name ?? "A field"} set to “${deed.value}”`;
    case "add-to-profile":
      return `Added to ${deed.name ?? "a profile"}`;
    case "remove":
      return "Removed from the profile";
    case "export":
      return "Written to a file";
    case "erase":
      return "Erased";
    default:
      return deed satisfies never;
  }
}
