import { setTimeout as sleep } from "node:timers/promises";
import { and, eq, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { memberTableName } from "#db/member-table.ts";
import { bulkActions, contactEvents, contacts } from "#db/schema.ts";
import { loadBulkAction } from "#lib/contacts/bulk/queries.ts";
import { countSelected } from "#lib/contacts/bulk/selection.ts";
import { startBulkAction } from "#lib/contacts/bulk/start-bulk-action.ts";
import { changeStatus } from "#lib/contacts/change-status.ts";
import { contactByKey } from "#lib/contacts/contact.ts";
import { putMember } from "#lib/contacts/put-member.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import type { Person } from "#lib/staff/permissions.ts";
import { BY_HAND, EMAILS } from "./imports.ts";
import { CLOSED_DOMAIN, personOf } from "./people.ts";

/* What people did by hand, beside the imports. */

/** The last of those with an email, one every other day. */
export async function addByHand(person: Person, profile: Profile, now: number): Promise<void> {
  for (let number = EMAILS - BY_HAND; number < EMAILS; number++) {
    const { email, firstName, lastName, city, mobile } = personOf(number, now);
    const fields = { "First name": firstName, "Last name": lastName, City: city || null, Mobile: mobile };
    const { key } = await putMember(person, profile, email, fields);
    const at = sql`now() - make_interval(days => ${(EMAILS - number) * 2}::int)`;
    await db.update(contacts).set({ createdAt: at }).where(eq(contacts.key, key));
    await db.update(contactEvents).set({ at }).where(eq(contactEvents.key, key));
    await db.execute(sql`
      update ${memberTableName(profile.id)} set created_at = ${at}, updated_at = ${at} where key = ${key}`);
  }
}

const CLOSED_DAYS_AGO = 28;

/** A provider of mail closed: all of its addresses bounce. */
export async function bounceClosedDomain(person: Person, profile: Profile): Promise<void> {
  const rule = { all: [{ field: "email", op: "ends with" as const, value: `@${CLOSED_DOMAIN}` }] };
  const selection = { profileId: profile.id, rule };
  const reason = `${CLOSED_DOMAIN} has closed`;
  const expected = await countSelected(person, selection);
  const id = await startBulkAction(person, selection, { kind: "status", status: "bounced", reason }, expected);
  const began = Date.now();
  for (;;) {
    const { state, errorMessage } = (await loadBulkAction(db, id)).action;
    if (state === "done") break;
    if (state === "failed" || Date.now() - began > 60_000) throw new Error(`The demo's bulk action: ${errorMessage}`);
    await sleep(50);
  }
  const earlier = (column: unknown) => sql`${column} - make_interval(days => ${CLOSED_DAYS_AGO}::int)`;
  const theirs = sql`select ${contactEvents.key} from ${contactEvents} where ${contactEvents.bulkActionId} = ${id}`;
  await db
    .update(contacts)
    .set({ statusChangedAt: earlier(contacts.statusChangedAt) })
    .where(sql`${contacts.key} in (${theirs})`);
  await db
    .update(contactEvents)
    .set({ at: earlier(contactEvents.at) })
    .where(eq(contactEvents.bulkActionId, id));
  await db
    .update(bulkActions)
    .set({
      createdAt: earlier(bulkActions.createdAt),
      startedAt: earlier(bulkActions.startedAt),
      finishedAt: earlier(bulkActions.finishedAt),
    })
    .where(eq(bulkActions.id, id));
}

/** So many of the demo's people asked by telephone, one every other day. */
const BY_TELEPHONE = 15;

export async function unsubscribeByHand(person: Person, now: number): Promise<void> {
  for (let at = 0; at < BY_TELEPHONE; at++) {
    const { id, key } = await contactByKey(person, personOf(at * 3001 + 7, now).email);
    await changeStatus(person, id, { status: "unsubscribed", reason: "Asked by telephone" }, null);
    const then = sql`now() - make_interval(days => ${at * 2 + 1}::int)`;
    await db.update(contacts).set({ statusChangedAt: then }).where(eq(contacts.id, id));
    await db
      .update(contactEvents)
      .set({ at: then })
      .where(and(eq(contactEvents.kind, "status"), eq(contactEvents.key, key)));
  }
}
