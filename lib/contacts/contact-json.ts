import { db } from "#db/client.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { toJsonValue } from "#lib/fields/json-value.ts";
import type { Person } from "#lib/staff/permissions.ts";
import { inEnglish } from "#lib/text/in-english.ts";
import type { ContactDetails } from "./contact.ts";
import type { FieldChange } from "./events.ts";
import { type HistoryEntry, historyOf } from "./history.ts";
import type { ImportTouch } from "./import-touches.ts";
import { type Membership, membershipsOf } from "./memberships.ts";

/** Everything that Rollbook keeps about a person: for the person's own request, and for the API. */
export async function contactJson(person: Person, contact: ContactDetails) {
  const memberships = await membershipsOf(person, contact);
  const history = await historyOf(person, contact, memberships);
  return {
    [contact.keyKind]: contact.key,
    status: contact.status,
    statusChangedAt: contact.statusChangedAt?.toISOString() ?? null,
    createdAt: contact.createdAt.toISOString(),
    profiles: memberships.map(membershipJson),
    history: history.map(entryJson),
  };
}

/** The same as a file that leaves Rollbook, which the audit trail tells. */
export async function downloadContact(person: Person, contact: ContactDetails) {
  await recordAudit(db, person, "exported", { what: "contact", contactId: contact.id });
  return contactJson(person, contact);
}

function membershipJson({ profile, values, createdAt, updatedAt, importId }: Membership) {
  return {
    key: profile.key,
    name: profile.name,
    fields: Object.fromEntries(
      profile.fields.map((field) => [field.name, toJsonValue(field, values[field.id] ?? null)]),
    ),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    import: importId,
  };
}

function entryJson({ at, by, ...entry }: HistoryEntry) {
  return { at: at.toISOString(), by: inEnglish(by), ...happenedJson(entry as HistoryEntry) };
}

function happenedJson(entry: HistoryEntry) {
  switch (entry.kind) {
    case "created":
      return { event: "created" };
    case "added":
    case "removed":
      return { event: entry.kind, profile: entry.profileName };
    case "edited":
      return { event: "edited", profile: entry.profileName, changes: entry.changes.map(changeJson) };
    case "status":
      return { event: "status", from: entry.from, to: entry.to, reason: entry.reason };
    case "import":
      return { event: "import", ...touchJson(entry.touch) };
    default:
      return entry satisfies never;
  }
}

function touchJson(touch: ImportTouch) {
  const { id, profileName, reference, fileName } = touch.import;
  const of = { import: id, profile: profileName, reference, filename: fileName, did: touch.did };
  switch (touch.did) {
    case "brought":
    case "added":
    case "left":
    case "undone":
      return of;
    case "updated":
    case "replaced":
      return { ...of, changes: touch.changes.map(changeJson) };
    case "unsubscribed":
      return { ...of, from: touch.from };
    case "line":
      return { ...of, outcome: touch.outcome, line: touch.line, reason: inEnglish(touch.why) };
    default:
      return touch satisfies never;
  }
}

const changeJson = ({ name, type, before, after }: FieldChange) => ({
  field: name,
  before: toJsonValue({ type }, before),
  after: toJsonValue({ type }, after),
});
