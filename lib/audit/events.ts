import type { Status } from "#lib/contacts/status.ts";
import type { FieldType } from "#lib/fields/field.ts";
import type { Permission, Role } from "#lib/staff/permissions.ts";

/**
 * What the trail tells of each kind of event. Ids, words of the product and numbers only: whoever reads it must not learn
 * a contact's address from it, and nothing that a person typed can be written into it.
 */
export type AuditDetails = {
  "signed-in": { with: SecondFactor };
  "sign-in-refused": { why: RefusedBecause };
  "signed-out": Nothing;
  "key-refused": Nothing;
  "foreign-request": Nothing;
  denied: { permission: Permission };

  "staff-invited": { staffId: number; role: Role; mayExport: boolean };
  "staff-joined": { staffId: number };
  /** An account that was there is the one of the identity provider from now on. */
  "provider-known": { staffId: number };
  "link-made": { staffId: number };
  "role-changed": { staffId: number; from: Role; to: Role; mayExport: boolean };
  "staff-disabled": { staffId: number };
  "staff-enabled": { staffId: number };
  "sessions-ended": { staffId: number };
  "name-changed": { staffId: number };
  "password-changed": { staffId: number };
  "two-factor-on": { staffId: number };
  "two-factor-off": { staffId: number };
  "two-factor-reset": { staffId: number };
  "recovery-codes-made": { staffId: number };
  "key-made": { madeKeyId: number; ownerId: number | null; role: Role };
  "key-revoked": { revokedKeyId: number };
  "settings-changed": { requireTwoFactor: boolean };

  "import-applied": { importId: number; profileId: number };
  "import-corrected": { importId: number; profileId: number; rows: number };
  "import-undone": { importId: number; profileId: number };
  "import-cancelled": { importId: number; profileId: number };
  exported: {
    what: "profile" | "contacts" | "rejected rows" | "contact" | "statistics" | "audit trail";
    /** How many, where a part was chosen. */
    contacts?: number;
    profileId?: number;
    importId?: number;
    contactId?: number;
  };
  "bulk-action": { bulkActionId: number; deed: string; contacts: number };
  "contact-added": Membership;
  "contact-edited": Membership;
  "contact-removed": Membership;
  "contact-status": { contactId: number; from: Status; to: Status };
  "contact-erased": { contactId: number };

  "profile-created": OfProfile;
  "profile-duplicated": { profileId: number; fromId: number; contacts: boolean };
  "profile-edited": OfProfile;
  "profile-archived": OfProfile;
  "profile-restored": OfProfile;
  "profile-emptied": OfProfile;
  "profile-deleted": OfProfile;
  "rules-saved": { profileId: number; versionId: number };
  "field-added": OfField;
  "field-edited": OfField;
  "field-moved": OfField;
  "field-retyped": { profileId: number; fieldId: number; from: FieldType; to: FieldType; emptied: number };
  "field-deleted": { profileId: number; fieldId: number; values: number };
};

type Membership = { contactId: number; profileId: number };
type OfProfile = { profileId: number };
type OfField = { profileId: number; fieldId: number };

type Nothing = Record<never, never>;
export type SecondFactor = "password" | "authenticator" | "recovery code" | "identity provider" | "set-up link";
export type RefusedBecause =
  | "wrong password"
  | "wrong code"
  | "too many tries"
  | "not invited"
  | "email not verified"
  | "disabled";

export type AuditKind = keyof AuditDetails;

/** The kinds in the order and the groups in which a person looks for them. */
export const AUDIT_GROUPS = {
  "sign-in": ["signed-in", "sign-in-refused", "signed-out", "key-refused", "foreign-request", "denied"],
  staff: [
    "staff-invited",
    "staff-joined",
    "provider-known",
    "link-made",
    "role-changed",
    "staff-disabled",
    "staff-enabled",
    "sessions-ended",
    "name-changed",
    "password-changed",
    "two-factor-on",
    "two-factor-off",
    "two-factor-reset",
    "recovery-codes-made",
  ],
  keys: ["key-made", "key-revoked", "settings-changed"],
  contacts: [
    "import-applied",
    "import-corrected",
    "import-undone",
    "import-cancelled",
    "exported",
    "bulk-action",
    "contact-added",
    "contact-edited",
    "contact-removed",
    "contact-status",
    "contact-erased",
  ],
  profiles: [
    "profile-created",
    "profile-duplicated",
    "profile-edited",
    "profile-archived",
    "profile-restored",
    "profile-emptied",
    "profile-deleted",
    "rules-saved",
    "field-added",
    "field-edited",
    "field-moved",
    "field-retyped",
    "field-deleted",
  ],
} as const satisfies Record<string, readonly AuditKind[]>;

export type AuditGroup = keyof typeof AUDIT_GROUPS;
