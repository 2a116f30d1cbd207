import { type Words, words } from "#lib/text/words.ts";
import { STATUSES, TYPES } from "./detail-words.ts";
import type { AuditKind } from "./events.ts";
import type { AuditEvent } from "./queries.ts";

type Deed = Extract<AuditKind, `contact-${string}` | `profile-${string}` | `field-${string}` | "rules-saved">;

/** What was done to a contact, a profile or its fields, as a sentence. */
export function deedWords(event: Extract<AuditEvent, { kind: Deed }>): Words {
  const id = "profileId" in event.details ? String(event.details.profileId) : "";
  const contact = "contactId" in event.details ? String(event.details.contactId) : "";
  const field = "fieldId" in event.details ? String(event.details.fieldId) : "";
  switch (event.kind) {
    case "contact-added":
      return words("Added contact {contact} to profile {id}", { contact, id });
    case "contact-edited":
      return words("Edited contact {contact} in profile {id}", { contact, id });
    case "contact-removed":
      return words("Removed contact {contact} from profile {id}", { contact, id });
    case "contact-status": {
      const { from, to } = event.details;
      return words("Changed contact {contact} from {from} to {to}", {
        contact,
        from: STATUSES[from],
        to: STATUSES[to],
      });
    }
    case "contact-erased":
      return words("Erased contact {id}", { id: contact });
    case "profile-created":
      return words("Created profile {id}", { id });
    case "profile-duplicated": {
      const values = { id, from: String(event.details.fromId) };
      return event.details.contacts
        ? words("Duplicated profile {from} with its contacts as profile {id}", values)
        : words("Duplicated profile {from} as profile {id}", values);
    }
    case "profile-edited":
      return words("Edited profile {id}", { id });
    case "profile-archived":
      return words("Archived profile {id}", { id });
    case "profile-restored":
      return words("Restored profile {id}", { id });
    case "profile-emptied":
      return words("Emptied profile {id}", { id });
    case "profile-deleted":
      return words("Deleted profile {id}", { id });
    case "rules-saved":
      return words("Saved rules of profile {id} as version {version}", {
        id,
        version: String(event.details.versionId),
      });
    case "field-added":
      return words("Added field {field} to profile {id}", { field, id });
    case "field-edited":
      return words("Edited field {field} of profile {id}", { field, id });
    case "field-moved":
      return words("Moved field {field} of profile {id}", { field, id });
    case "field-retyped": {
      const { from, to, emptied } = event.details;
      return words(
        "Changed field {field} of profile {id} from {from} to {to}; {emptied, plural, one {# value} other {# values}} emptied",
        { field, id, from: TYPES[from], to: TYPES[to], emptied },
      );
    }
    case "field-deleted":
      return words("Deleted field {field} of profile {id} with {values, plural, one {# value} other {# values}}", {
        field,
        id,
        values: event.details.values,
      });
    default:
      return event satisfies never;
  }
}
