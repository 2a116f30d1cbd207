import type { AuditEvent } from "./queries.ts";

/** The names of whom and what events point to, by id: of members of staff, and of API keys. */
export type AuditNames = { staff: ReadonlyMap<number, string>; keys: ReadonlyMap<number, string> };

/** What happened, as a sentence. */
export function auditWords(event: AuditEvent, names: AuditNames): string {
  const whom = (id: number) => names.staff.get(id) ?? `member of staff ${id}`;
  const key = (id: number) => `API key ${names.keys.get(id) ?? id}`;
  switch (event.kind) {
    case "signed-in":
      return `Signed in with ${event.details.with}`;
    case "sign-in-refused":
      return `Sign-in refused: ${event.details.why}`;
    case "signed-out":
      return "Signed out";
    case "key-refused":
      return "An API key was refused: unknown, expired or revoked";
    case "denied":
      return `Denied: ${event.details.permission}`;
    case "staff-invited":
      return `Invited ${whom(event.details.staffId)} as ${event.details.role}${exporting(event.details.mayExport)}`;
    case "staff-joined":
      return `${whom(event.details.staffId)} joined`;
    case "link-made":
      return `Made a one-time link for ${whom(event.details.staffId)}`;
    case "role-changed": {
      const { staffId, from, to, mayExport } = event.details;
      return `Changed ${whom(staffId)} from ${from} to ${to}${exporting(mayExport)}`;
    }
    case "staff-disabled":
      return `Disabled ${whom(event.details.staffId)}`;
    case "staff-enabled":
      return `Enabled ${whom(event.details.staffId)}`;
    case "sessions-ended":
      return `Ended sessions of ${whom(event.details.staffId)}`;
    case "name-changed":
      return "Changed the own name";
    case "password-changed":
      return `A new password of ${whom(event.details.staffId)}`;
    case "two-factor-on":
      return "Turned two-factor sign-in on";
    case "two-factor-off":
      return "Turned two-factor sign-in off";
    case "two-factor-reset":
      return `Reset two-factor sign-in of ${whom(event.details.staffId)}`;
    case "recovery-codes-made":
      return "Made new recovery codes";
    case "key-made": {
      const { madeKeyId, ownerId, role } = event.details;
      return `Made ${key(madeKeyId)} for ${ownerId === null ? "the installation" : whom(ownerId)} as ${role}`;
    }
    case "key-revoked":
      return `Revoked ${key(event.details.revokedKeyId)}`;
    case "settings-changed":
      return event.details.requireTwoFactor
        ? "Two-factor sign-in is required of everybody"
        : "Two-factor sign-in is not required any more";
    case "import-applied":
      return `Applied import ${event.details.importId} to profile ${event.details.profileId}`;
    case "import-undone":
      return `Undid import ${event.details.importId} of profile ${event.details.profileId}`;
    case "import-cancelled":
      return `Cancelled import ${event.details.importId} into profile ${event.details.profileId}`;
    case "exported":
      return `Exported ${whatOf(event.details)}`;
    case "bulk-action":
      return `Bulk action ${event.details.bulkActionId}: ${event.details.deed} on ${event.details.contacts} contacts`;
    case "contact-erased":
      return `Erased contact ${event.details.contactId}`;
    case "profile-emptied":
      return `Emptied profile ${event.details.profileId}`;
    case "profile-deleted":
      return `Deleted profile ${event.details.profileId}`;
    default:
      return event satisfies never;
  }
}

const exporting = (mayExport: boolean) => (mayExport ? ", may export" : "");

type Exported = Extract<AuditEvent, { kind: "exported" }>["details"];

function whatOf({ what, contacts, profileId, importId, contactId }: Exported): string {
  const id = profileId ?? importId ?? contactId;
  const of = what === "rejected rows" ? " of import" : "";
  const whole = id === undefined ? `the ${what}` : `${what}${of} ${id}`;
  return contacts === undefined ? whole : `${contacts} contacts of ${id === undefined ? "the repository" : whole}`;
}
