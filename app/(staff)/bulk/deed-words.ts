import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import { say } from "#components/words/say.ts";
import type { Translator } from "#components/words/translator.ts";
import type { BulkAction, LoggedDeed } from "#lib/contacts/bulk/bulk-action.ts";
import { toDisplayValue } from "#lib/fields/json-value.ts";

/** What was done, or is to be, to a contact: "Status unsubscribed: asked by mail", "City set to “Quito”". */
export function deedInWords({ deed }: Pick<BulkAction, "deed">, t: Translator): string {
  switch (deed.kind) {
    case "status":
      return t(STATUSES[deed.status], { reason: deed.reason });
    case "set-field":
      return fieldInWords(deed, t);
    case "add-to-profile":
      return t("Added to {profile}", { profile: deed.name ?? t("a profile") });
    case "remove":
      return t("Removed from the profile");
    case "export":
      return t("Written to a file");
    case "erase":
      return t("Erased");
    default:
      return deed satisfies never;
  }
}

function fieldInWords(deed: Extract<LoggedDeed, { kind: "set-field" }>, t: Translator): string {
  const { name = t("A field"), type = "text" } = deed;
  if (deed.value === null) return t("{field} emptied", { field: name });
  const value = toDisplayValue({ type }, deed.value, environmentTimeZone(), t);
  return t("{field} set to “{value}”", { field: name, value });
}

const STATUSES = {
  active: say("Status active: {reason}"),
  unsubscribed: say("Status unsubscribed: {reason}"),
  bounced: say("Status bounced: {reason}"),
} as const;
