import { db } from "#db/client.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { toJsonValue } from "#lib/fields/json-value.ts";
import type { ImportLine } from "#lib/imports/queries.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { inEnglish } from "#lib/text/in-english.ts";
import type { ContactDetails } from "./contact.ts";
import type { FieldChange } from "./events.ts";
import { type HistoryEntry, historyOf } from "./history.ts";
import type { ImportTouch } from "./import-touches.ts";
import type { KeptValue } from "./journal-tells.ts";
import type { HistoryWish } from "./lines-of.ts";
import { type Membership, membershipsOf } from "./memberships.ts";
import { type WaitingRow, waitingRowsOf } from "./waiting-rows.ts";

/** A person with all profiles, values and the whole history, as the API answers. */
export async function contactJson(person: Person, contact: ContactDetails, wish: HistoryWish = {}) {
  const memberships = await membershipsOf(person, contact);
  const history = await historyOf(person, contact, memberships, wish);
  return {
    [contact.keyKind]: contact.key,
    status: contact.status,
    statusChangedAt: contact.statusChangedAt?.toISOString() ?? null,
    createdAt: contact.createdAt.toISOString(),
    profiles: memberships.map(membershipJson),
    history: history.map(entryJson),
  };
}

/**
 * Everything that Rollbook keeps about a person, for the person's own request: also what lies in files that wait, and rows
 * of the logs that name the person in passing. It leaves Rollbook: for those who may export, and the audit trail tells it.
 */
export async function downloadContact(person: Person, contact: ContactDetails) {
  authorize(person, "export");
  await recordAudit(db, person, "exported", { what: "contact", contactId: contact.id });
  const told = await contactJson(person, contact, { inCells: true });
  return { ...told, waiting: (await waitingRowsOf(contact.key)).map(waitingJson) };
}

const waitingJson = ({ importId, profileName, fileName, line, values }: WaitingRow) => ({
  import: importId,
  profile: profileName,
  filename: fileName,
  line,
  fields: values && valuesJson(values),
});

const valuesJson = (values: readonly KeptValue[]) =>
  Object.fromEntries(values.map(({ name, type, value }) => [name, toJsonValue({ type }, value)]));

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
    case "undone":
      return of;
    case "left":
      return { ...of, before: valuesJson(touch.before) };
    case "updated":
    case "replaced":
      return { ...of, changes: touch.changes?.map(changeJson) ?? null, before: valuesJson(touch.before) };
    case "unsubscribed":
      return { ...of, from: touch.from };
    case "line":
      return { ...of, ...lineJson(touch.row), reason: inEnglish(touch.why) };
    default:
      return touch satisfies never;
  }
}

const lineJson = ({ outcome, line, columnName, value, cells, corrected }: ImportLine) => ({
  outcome,
  line,
  column: columnName,
  value,
  cells,
  corrected,
});

const changeJson = ({ name, type, before, after }: FieldChange) => ({
  field: name,
  before: toJsonValue({ type }, before),
  after: toJsonValue({ type }, after),
});
