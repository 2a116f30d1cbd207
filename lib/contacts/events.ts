import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { contactEvents, contacts } from "#db/schema.ts";
import { recordAudit } from "#lib/audit/record.ts";
import type { FieldType } from "#lib/fields/field.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import type { Person } from "#lib/staff/permissions.ts";
import type { Status } from "./status.ts";

/** One field of a member before and after, as Postgres writes values. Name and type are those of that day. */
export type FieldChange = {
  fieldId: number;
  name: string;
  type: FieldType;
  before: string | null;
  after: string | null;
};

/** What `contact_events.details` holds, kind by kind; empty for the others. */
export type EditDetails = { changes: FieldChange[] };
/** `importId`: the import that had added the member, when one had; earlier ones do not say. */
export type RemovedDetails = { importId?: number | null };
export type StatusDetails = { from: Status; to: Status; reason: string };

type Where = Pick<Profile, "id" | "name">;

/** What happened to a person, beside what imports did. */
export type ContactEvent =
  | { kind: "created" }
  | { kind: "added"; profile: Where }
  | { kind: "removed"; profile: Where; details: RemovedDetails }
  | { kind: "edited"; profile: Where; details: EditDetails }
  | { kind: "status"; details: StatusDetails };

/** Writes it into the history of the contact with this key and into the trail, in the transaction that does it. */
export async function recordEvent(tx: Tx, person: Person, key: string, event: ContactEvent): Promise<void> {
  const profile = "profile" in event ? event.profile : undefined;
  const [written] = await tx
    .insert(contactEvents)
    .values({
      key,
      kind: event.kind,
      profileId: profile?.id,
      profileName: profile?.name,
      staffId: person.staffId,
      apiKeyId: person.apiKeyId,
      details: "details" in event ? event.details : {},
    })
    .returning({ contactId: sql`(select id from ${contacts} where ${contacts.key} = ${key})`.mapWith(Number) });
  if (!written) throw new Error("An insert answered no row.");
  await recordInTrail(tx, person, written.contactId, event);
}

async function recordInTrail(tx: Tx, person: Person, contactId: number, event: ContactEvent): Promise<void> {
  switch (event.kind) {
    case "created":
      return; // always comes with the profile that the person was added to
    case "status": {
      const { from, to } = event.details;
      return recordAudit(tx, person, "contact-status", { contactId, from, to });
    }
    default:
      return recordAudit(tx, person, `contact-${event.kind}`, { contactId, profileId: event.profile.id });
  }
}
