import { asc, eq, inArray, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { importLines, imports } from "#db/schema.ts";
import type { Field } from "#lib/fields/field.ts";
import type { Import } from "#lib/imports/import.ts";
import { lineInWords } from "#lib/imports/line-words.ts";
import type { ImportLine } from "#lib/imports/queries.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import type { Words } from "#lib/text/words.ts";
import type { ContactDetails } from "./contact.ts";
import type { FieldChange } from "./events.ts";
import { type KeyedTable, keyedTables } from "./journals.ts";
import type { Membership } from "./memberships.ts";
import { isSameValue } from "./read-values.ts";
import { type Status, statusOf } from "./status.ts";

/** What an import did to one person. */
export type ImportTouch = { import: Import } & (
  | { did: "brought" | "added" }
  /** The import was taken back, and with it what it did to the person. */
  | { did: "undone" }
  /** `changes`: before and after, for as long as the import can be undone. */
  | { did: "updated"; changes: FieldChange[] }
  /** An Overwrite: the values before it, and those that the person has since. */
  | { did: "replaced"; changes: FieldChange[] }
  | { did: "left" }
  | { did: "unsubscribed"; from: Status }
  /** A row of the file that did not go in as it was. */
  | { did: "line"; outcome: ImportLine["outcome"]; line: number; why: Words }
);

/** Every import that touched the person, as far as it can be known: journals and rejected rows are kept for 30 days. */
export async function importsThatTouched(
  contact: ContactDetails,
  memberships: readonly Membership[],
): Promise<ImportTouch[]> {
  const [journaled, lines] = await Promise.all([journalRows(contact.key), linesOf(contact.key)]);
  const ids = [
    ...(contact.importId === null ? [] : [contact.importId]),
    ...memberships.flatMap(({ importId }) => importId ?? []),
    ...journaled.map(({ importId }) => importId),
    ...lines.map(({ importId }) => importId),
  ];
  const known = await importsByIds(ids);
  const profileOf = (found: Import) =>
    memberships.find(({ profile }) => profile.id === found.profileId)?.profile ?? null;
  return [
    ...of(known, contact.importId, () => ({ did: "brought" as const })),
    ...memberships.flatMap(({ importId }) => of(known, importId, () => ({ did: "added" as const }))),
    ...journaled.flatMap((row) => of(known, row.importId, (found) => fromJournal(row, found, memberships))),
    ...journaled.flatMap((row) =>
      known.get(row.importId)?.state === "undone" ? of(known, row.importId, () => ({ did: "undone" as const })) : [],
    ),
    ...lines.flatMap((line) =>
      of(known, line.importId, (found) => ({
        did: "line" as const,
        outcome: line.outcome,
        line: line.line,
        why: lineInWords(line, found, profileOf(found)),
      })),
    ),
  ];
}

type Did<Touch = ImportTouch> = Touch extends unknown ? Omit<Touch, "import"> : never;

function of(known: Map<number, Import>, id: number | null, did: (found: Import) => Did): ImportTouch[] {
  const found = known.get(id ?? 0);
  return found ? [{ import: found, ...did(found) } as ImportTouch] : [];
}

async function importsByIds(ids: number[]): Promise<Map<number, Import>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select()
    .from(imports)
    .where(inArray(imports.id, [...new Set(ids)]));
  return new Map((rows as Import[]).map((row) => [row.id, row]));
}

/** Enough for anybody who really comes from files; the logs show the rest. */
const MOST_LINES = 200;

const linesOf = (key: string) =>
  db.select().from(importLines).where(eq(importLines.key, key)).orderBy(asc(importLines.importId)).limit(MOST_LINES);

type JournalRow = { importId: number; holds: KeyedTable["holds"]; row: Record<string, string | null> };

/** The person's row in each journal, all values as text. */
async function journalRows(key: string): Promise<JournalRow[]> {
  const journals = (await keyedTables(db)).filter(({ holds }) => holds !== "staged");
  const found: JournalRow[] = [];
  for (let at = 0; at < journals.length; at += AT_ONCE) {
    const looks = journals.slice(at, at + AT_ONCE).map(
      ({ importId, holds, name }) => sql`
        select ${importId}::bigint as "importId", ${holds}::text as holds,
          (select jsonb_object_agg(each.key, each.value) from jsonb_each_text(to_jsonb(j)) each) as row
        from ${name} j where j.key = ${key}`,
    );
    const { rows } = await db.execute<JournalRow>(sql.join(looks, sql` union all `));
    found.push(...rows.map((row) => ({ ...row, importId: Number(row.importId) })));
  }
  return found;
}

const AT_ONCE = 100;

function fromJournal({ holds, row }: JournalRow, found: Import, memberships: readonly Membership[]): Did {
  const membership = memberships.find(({ profile }) => profile.id === found.profileId);
  if (holds === "replaced") {
    if (!membership) return { did: "left" };
    return {
      did: "replaced",
      changes: changesBetween(membership.profile, (id) => [row[`f_${id}`], membership.values[id]]),
    };
  }
  if (found.action === "unsubscribe") return { did: "unsubscribed", from: statusOf(Number(row.status)) };
  const fields = membership?.profile.fields.filter(({ id }) => `f_${id}` in row) ?? [];
  return { did: "updated", changes: changesBetween({ fields }, (id) => [row[`before_${id}`], row[`f_${id}`]]) };
}

function changesBetween(
  { fields }: Pick<Profile, "fields"> | { fields: readonly Field[] },
  values: (fieldId: number) => [string | null | undefined, string | null | undefined],
): FieldChange[] {
  return fields.flatMap((field) => {
    const [before = null, after = null] = values(field.id);
    if (isSameValue(field, before, after)) return [];
    return [{ fieldId: field.id, name: field.name, type: field.type, before, after }];
  });
}
