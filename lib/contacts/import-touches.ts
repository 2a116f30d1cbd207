import { and, eq, inArray } from "drizzle-orm";
import { db } from "#db/client.ts";
import { contactEvents, imports } from "#db/schema.ts";
import type { Import } from "#lib/imports/import.ts";
import { lineInWords } from "#lib/imports/line-words.ts";
import type { ImportLine } from "#lib/imports/queries.ts";
import { profilesByIds } from "#lib/profiles/queries.ts";
import type { Words } from "#lib/text/words.ts";
import type { ContactDetails } from "./contact.ts";
import type { RemovedDetails } from "./events.ts";
import { type JournalTells, journalTells } from "./journal-tells.ts";
import { type KeptRow, keptRows } from "./kept-rows.ts";
import { type HistoryWish, linesOf } from "./lines-of.ts";
import type { Membership } from "./memberships.ts";
import { seenSince } from "./seen-later.ts";

/** What an import did to one person. */
export type ImportTouch = { import: Import } & (
  | { did: "brought" | "added" }
  /** The import was taken back, and with it what it did to the person. */
  | { did: "undone" }
  /** Known for as long as the import can be undone. */
  | JournalTells
  /** A row of the file that did not go in as it was. */
  | { did: "line"; row: ImportLine; why: Words }
);

/** Every import that touched the person, as far as it can be known: journals and rejected rows are kept for 30 days. */
export async function importsThatTouched(
  contact: ContactDetails,
  memberships: readonly Membership[],
  wish: HistoryWish = {},
): Promise<ImportTouch[]> {
  const { key } = contact;
  const [kept, lines, left] = await Promise.all([
    keptRows(key, "journal", "replaced"),
    linesOf(key, wish),
    addedAndLeft(key),
  ]);
  const added = new Set([...memberships.flatMap(({ importId }) => importId ?? []), ...addedBefore(kept), ...left]);
  const known = await importsByIds([
    ...(contact.importId === null ? [] : [contact.importId]),
    ...added,
    ...[...kept, ...lines].map(({ importId }) => importId),
  ]);
  return [
    ...of(known, contact.importId, { did: "brought" }),
    ...[...added].flatMap((importId) => of(known, importId, { did: "added" })),
    ...(await toldByJournals(key, kept, known, memberships)),
    ...(await toldByLines(lines, known)),
  ];
}

/** The imports that had added the person to profiles that somebody took it out of. */
async function addedAndLeft(key: string): Promise<number[]> {
  const rows = await db
    .select({ details: contactEvents.details })
    .from(contactEvents)
    .where(and(eq(contactEvents.key, key), eq(contactEvents.kind, "removed")));
  return rows.flatMap(({ details }) => (details as RemovedDetails).importId ?? []);
}

/** Those that had added the person to profiles that were overwritten. */
const addedBefore = (kept: readonly KeptRow[]): number[] =>
  kept.flatMap(({ holds, row }) => (holds === "replaced" && row.import_id ? [Number(row.import_id)] : []));

async function importsByIds(ids: number[]): Promise<Map<number, Import>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select()
    .from(imports)
    .where(inArray(imports.id, [...new Set(ids)]));
  return new Map((rows as Import[]).map((row) => [row.id, row]));
}

type Known = ReadonlyMap<number, Import>;
type Did<Touch = ImportTouch> = Touch extends unknown ? Omit<Touch, "import"> : never;

function of(known: Known, importId: number | null, did: Did): ImportTouch[] {
  const found = known.get(importId ?? 0);
  return found ? [{ import: found, ...did } as ImportTouch] : [];
}

async function toldByJournals(
  key: string,
  kept: KeptRow[],
  known: Known,
  memberships: readonly Membership[],
): Promise<ImportTouch[]> {
  const journaled = kept.flatMap((row) => {
    const found = known.get(row.importId);
    return found?.appliedAt ? [{ kept: row, found, appliedAt: found.appliedAt }] : [];
  });
  if (journaled.length === 0) return [];
  const profiles = await profilesByIds(
    db,
    journaled.map(({ found }) => found.profileId),
  );
  const first = Math.min(...journaled.map(({ appliedAt }) => appliedAt.getTime()));
  const seen = await seenSince(new Date(first), key, journaled, memberships);
  return journaled.flatMap(({ kept: row, found, appliedAt }) => {
    const profile = profiles.get(found.profileId);
    if (!profile) return [];
    const later = seen.filter(({ profileId, at }) => profileId === profile.id && at > appliedAt);
    const undone = found.state === "undone" ? of(known, found.id, { did: "undone" }) : [];
    return [...of(known, found.id, journalTells(row, found, profile, later)), ...undone];
  });
}

async function toldByLines(lines: readonly ImportLine[], known: Known): Promise<ImportTouch[]> {
  const profiles = await profilesByIds(
    db,
    lines.flatMap(({ importId }) => known.get(importId)?.profileId ?? []),
  );
  return lines.flatMap((row) => {
    const found = known.get(row.importId);
    if (!found) return [];
    return of(known, found.id, {
      did: "line",
      row,
      why: lineInWords(row, found, profiles.get(found.profileId) ?? null),
    });
  });
}
