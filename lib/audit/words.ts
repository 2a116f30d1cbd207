import { type Words, words } from "#lib/text/words.ts";
import { deedWords } from "./deed-words.ts";
import { DEEDS, REASONS, ROLES, WAYS } from "./detail-words.ts";
import type { AuditEvent } from "./queries.ts";

/** The names of whom and what events point to, by id: of members of staff, and of API keys. */
export type AuditNames = { staff: ReadonlyMap<number, string>; keys: ReadonlyMap<number, string> };

/** Who it was: a name, or the key of a program; null where nobody was signed in, or a job of the server did it. */
export function auditActor({ by, apiKeyId }: Pick<AuditEvent, "by" | "apiKeyId">): string | Words | null {
  return by === null || apiKeyId === null ? by : keyNamed(by);
}

/** What happened, as a sentence. */
export function auditWords(event: AuditEvent, names: AuditNames): Words {
  const whom = (id: number) => names.staff.get(id) ?? words("member of staff {id}", { id: String(id) });
  const key = (id: number) => keyNamed(names.keys.get(id) ?? String(id));
  switch (event.kind) {
    case "signed-in":
      return words("Signed in with {way}", { way: WAYS[event.details.with] });
    case "sign-in-refused":
      return words("Sign-in refused: {reason}", { reason: REASONS[event.details.why] });
    case "signed-out":
      return words("Signed out");
    case "key-refused":
      return words("An API key was refused: unknown, expired or revoked");
    case "foreign-request":
      return words("A form or request from another site was refused");
    case "denied":
      return words("Denied: {permission}", { permission: event.details.permission });
    case "staff-invited": {
      const { staffId, role, mayExport } = event.details;
      const values = { name: whom(staffId), role: ROLES[role] };
      return mayExport
        ? words("Invited {name} as {role}, may export", values)
        : words("Invited {name} as {role}", values);
    }
    case "staff-joined":
      return words("{name} joined", { name: whom(event.details.staffId) });
    case "provider-known":
      return words("{name} is known by the identity provider from now on", { name: whom(event.details.staffId) });
    case "link-made":
      return words("Made a one-time link for {name}", { name: whom(event.details.staffId) });
    case "role-changed": {
      const { staffId, from, to, mayExport } = event.details;
      const values = { name: whom(staffId), from: ROLES[from], to: ROLES[to] };
      return mayExport
        ? words("Changed {name} from {from} to {to}, may export", values)
        : words("Changed {name} from {from} to {to}", values);
    }
    case "staff-disabled":
      return words("Disabled {name}", { name: whom(event.details.staffId) });
    case "staff-enabled":
      return words("Enabled {name}", { name: whom(event.details.staffId) });
    case "sessions-ended":
      return words("Ended sessions of {name}", { name: whom(event.details.staffId) });
    case "name-changed":
      return words("Changed the own name");
    case "password-changed":
      return words("A new password of {name}", { name: whom(event.details.staffId) });
    case "two-factor-on":
      return words("Turned two-factor sign-in on");
    case "two-factor-off":
      return words("Turned two-factor sign-in off");
    case "two-factor-reset":
      return words("Reset two-factor sign-in of {name}", { name: whom(event.details.staffId) });
    case "recovery-codes-made":
      return words("Made new recovery codes");
    case "key-made": {
      const { madeKeyId, ownerId, role } = event.details;
      const owner = ownerId === null ? words("the installation") : whom(ownerId);
      return words("Made {key} for {owner} as {role}", { key: key(madeKeyId), owner, role: ROLES[role] });
    }
    case "key-revoked":
      return words("Revoked {key}", { key: key(event.details.revokedKeyId) });
    case "settings-changed":
      return event.details.requireTwoFactor
        ? words("Two-factor sign-in is required of everybody")
        : words("Two-factor sign-in is not required any more");
    case "import-applied":
      return words("Applied import {import} to profile {profile}", importAndProfile(event.details));
    case "import-corrected":
      return words("Corrected {rows, plural, one {# rejected row} other {# rejected rows}} of import {import}", {
        rows: event.details.rows,
        import: String(event.details.importId),
      });
    case "import-undone":
      return words("Undid import {import} of profile {profile}", importAndProfile(event.details));
    case "import-cancelled":
      return words("Cancelled import {import} into profile {profile}", importAndProfile(event.details));
    case "exported":
      return exported(event.details);
    case "bulk-action": {
      const { bulkActionId, deed, contacts } = event.details;
      const values = { id: String(bulkActionId), deed: DEEDS[deed] ?? deed, count: contacts };
      return words("Bulk action {id}: {deed}, {count, plural, one {# contact} other {# contacts}}", values);
    }
    default:
      return deedWords(event);
  }
}

const keyNamed = (name: string): Words => words("API key {name}", { name });

/** Ids are no numbers to be grouped. */
const importAndProfile = ({ importId, profileId }: { importId: number; profileId: number }) => ({
  import: String(importId),
  profile: String(profileId),
});

type Exported = Extract<AuditEvent, { kind: "exported" }>["details"];

function exported({ what, contacts, profileId, importId, contactId }: Exported): Words {
  const id = String(profileId ?? importId ?? contactId ?? "");
  if (contacts !== undefined) {
    return id === ""
      ? words("Exported {count, plural, one {# contact} other {# contacts}} of the repository", { count: contacts })
      : words("Exported {count, plural, one {# contact} other {# contacts}} of profile {id}", { count: contacts, id });
  }
  switch (what) {
    case "profile":
      return words("Exported profile {id}", { id });
    case "contacts":
      return words("Exported the contacts");
    case "rejected rows":
      return words("Exported rejected rows of import {id}", { id });
    case "contact":
      return words("Exported contact {id}", { id });
    case "statistics":
      return id === ""
        ? words("Exported the statistics of the repository")
        : words("Exported the statistics of profile {id}", { id });
    case "audit trail":
      return words("Exported the audit trail");
    default:
      return what satisfies never;
  }
}
