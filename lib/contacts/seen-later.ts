import { and, eq, gt, inArray } from "drizzle-orm";
import { db } from "#db/client.ts";
import { contactEvents } from "#db/schema.ts";
import type { Field, FieldType } from "#lib/fields/field.ts";
import type { Import } from "#lib/imports/import.ts";
import type { EditDetails } from "./events.ts";
import type { KeptRow } from "./kept-rows.ts";
import type { Membership } from "./memberships.ts";

/*
 * An Overwrite keeps what was there before it, not what it gave. That is what the next deed found there: an edit and an
 * import keep the values before them; without any, the values are those of today.
 */

/** What is known of a person in one profile just before `at`. */
export type Seen = {
  profileId: number;
  at: Date;
  isIn: boolean;
  /** By field id, of the type that the field had; those that are not here are not known. */
  values: ReadonlyMap<number, { type: FieldType | null; value: string | null }>;
};

/** Whether the person was in the profile at first. */
export const nextIsIn = ([first]: readonly Seen[]): boolean => first?.isIn ?? false;

/** The first value that is known of a field; undefined where none is, or the field had another type. */
export function nextValue(later: readonly Seen[], { id, type }: Field): string | null | undefined {
  const first = later.find(({ isIn, values }) => !isIn || values.has(id));
  const seen = first?.isIn ? first.values.get(id) : undefined;
  return seen && (seen.type === null || seen.type === type) ? seen.value : undefined;
}

/** Everything that is known of the person since `since`, the earliest first. */
export async function seenSince(
  since: Date,
  key: string,
  journaled: readonly { kept: KeptRow; found: Import }[],
  memberships: readonly Membership[],
): Promise<Seen[]> {
  const all = [
    ...(await seenByEvents(since, key)),
    ...journaled.flatMap(({ kept, found }) => seenByImport(kept, found)),
    ...memberships.flatMap(seenToday),
  ];
  return all.sort((one, other) => one.at.getTime() - other.at.getTime());
}

async function seenByEvents(since: Date, key: string): Promise<Seen[]> {
  const rows = await db
    .select()
    .from(contactEvents)
    .where(
      and(
        eq(contactEvents.key, key),
        gt(contactEvents.at, since),
        inArray(contactEvents.kind, ["added", "edited", "removed"]),
      ),
    )
    .orderBy(contactEvents.id);
  return rows.map(({ profileId, at, kind, details }) => {
    const changes = kind === "edited" ? (details as EditDetails).changes : [];
    const values = new Map(changes.map(({ fieldId, type, before }) => [fieldId, { type, value: before }]));
    return { profileId: profileId ?? 0, at, isIn: kind !== "added", values };
  });
}

/** Journals follow the changes of fields, so their values are of today's types. */
function seenByImport({ holds, row }: KeptRow, { profileId, appliedAt, action }: Import): Seen[] {
  if (appliedAt === null || action === "unsubscribe") return [];
  const prefix = holds === "replaced" ? "f_" : "before_";
  const values = Object.entries(row)
    .filter(([column]) => column.startsWith(prefix))
    .map(([column, value]) => [Number(column.slice(prefix.length)), { type: null, value }] as const);
  return [{ profileId, at: appliedAt, isIn: true, values: new Map(values) }];
}

/** Before a member was added the person was not in; the rest is as it is now. */
function seenToday({ profile, createdAt, values }: Membership): Seen[] {
  const now = profile.fields.map(({ id }) => [id, { type: null, value: values[id] ?? null }] as const);
  return [
    { profileId: profile.id, at: createdAt, isIn: false, values: new Map() },
    { profileId: profile.id, at: LAST, isIn: true, values: new Map(now) },
  ];
}

/** The latest moment that there is: after everything else that is known. */
const LAST = new Date(8.64e15);
