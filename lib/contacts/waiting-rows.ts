import { inArray, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { imports } from "#db/schema.ts";
import { profilesByIds } from "#lib/profiles/queries.ts";
import type { KeptValue } from "./journal-tells.ts";
import { keptRows } from "./kept-rows.ts";
import { readAgainIfOneGoes } from "./read-again.ts";
import { waitingImportsWith } from "./waiting-imports.ts";

/** What a file that was not applied yet holds of a person; line and values are null while it was not read. */
export type WaitingRow = {
  importId: number;
  profileName: string;
  fileName: string;
  line: number | null;
  values: KeptValue[] | null;
};

/** The rows of a person in the imports that wait. */
export async function waitingRowsOf(key: string): Promise<WaitingRow[]> {
  const waiting = await readAgainIfOneGoes(() => waitingImportsWith(db, sql`select ${key}::text as key`));
  if (waiting.length === 0) return [];
  const ids = waiting.map(({ id }) => id);
  const into = await db
    .select({ id: imports.id, profileId: imports.profileId })
    .from(imports)
    .where(inArray(imports.id, ids));
  const profileIdOf = new Map(into.map(({ id, profileId }) => [id, profileId]));
  const profiles = await profilesByIds(db, [...profileIdOf.values()]);
  const staged = new Map((await keptRows(key, "staged")).map(({ importId, row }) => [importId, row]));
  return waiting.map(({ id: importId, profileName, fileName }) => {
    const row = staged.get(importId);
    const fields = profiles.get(profileIdOf.get(importId) ?? 0)?.fields ?? [];
    const brought = fields.filter(({ id }) => row && `f_${id}` in row);
    return {
      importId,
      profileName,
      fileName,
      line: row ? Number(row.line) : null,
      values: row ? brought.map(({ id, name, type }) => ({ name, type, value: row[`f_${id}`] ?? null })) : null,
    };
  });
}
