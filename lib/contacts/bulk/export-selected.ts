import { sql } from "drizzle-orm";
import { db, over } from "#db/client.ts";
import { copyOut } from "#db/copy-out.ts";
import { openReader } from "#db/read-only.ts";
import { bulkActions } from "#db/schema.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { membersAsCsv } from "#lib/profiles/export-profile.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { loadProfile } from "#lib/profiles/queries.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { failure } from "#lib/text/failure.ts";
import { words } from "#lib/text/words.ts";
import { peopleAsCsv } from "../people-as-csv.ts";
import { PERMISSION_OF } from "./bulk-action.ts";
import { explainFailure } from "./explain-failure.ts";
import { countSelected, type Selection, selectedKeys, selectedMembers } from "./selection.ts";
import { nobodySelected, selectionChanged } from "./start-bulk-action.ts";

/**
 * Those who are meant, as CSV in UTF-8 by key: of a profile with its fields, of the repository with what it knows.
 * Exactly as many as the person was told, in one snapshot: Problem `selection_changed` otherwise, or `nobody_selected`.
 * When the file is whole, or was stopped, the log of bulk actions says so.
 */
export async function exportSelected(
  person: Person,
  selection: Selection,
  expected: number,
): Promise<AsyncGenerator<Uint8Array>> {
  authorize(person, PERMISSION_OF.export);
  const now = await countSelected(person, selection);
  if (now !== expected) throw selectionChanged(expected, now);
  if (now === 0) throw nobodySelected();
  const profile = selection.profileId === null ? null : await loadProfile(db, selection.profileId);
  const what = profile ? "profile" : "contacts";
  await recordAudit(db, person, "exported", { what, profileId: profile?.id, contacts: expected });
  return logged(person, profile, expected, pieces(profile, selection, expected));
}

async function* pieces(profile: Profile | null, selection: Selection, expected: number): AsyncGenerator<Uint8Array> {
  const keys = await selectedKeys(db, selection);
  const csv = profile
    ? await membersAsCsv(profile, { chosen: await selectedMembers(profile, selection) })
    : peopleAsCsv(keys);
  const client = await openReader();
  try {
    const { rows } = await over(client).execute<{ count: number }>(
      sql`select count(*)::int as count from (${keys}) selected`,
    );
    if (rows[0]?.count !== expected) throw selectionChanged(expected, rows[0]?.count ?? 0);
    yield csv.header;
    yield* copyOut(client, csv.rows);
  } finally {
    await client.end();
  }
}

/** Writes down what became of it: whole, broken, or stopped by whoever read it. */
async function* logged(
  person: Person,
  profile: Profile | null,
  expected: number,
  file: AsyncGenerator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const startedAt = new Date();
  let end: Partial<typeof bulkActions.$inferInsert> = {
    state: "failed",
    ...failure("stopped", words("The download was stopped before the file was whole. Export again.")),
  };
  try {
    yield* file;
    end = { state: "done", changed: expected, done: expected };
  } catch (error) {
    end = { state: "failed", ...explainFailure(error) };
    throw error;
  } finally {
    await db.insert(bulkActions).values({
      kind: "export",
      selection: {},
      profileId: profile?.id ?? null,
      profileName: profile?.name ?? "",
      expected,
      createdBy: person.staffId,
      apiKeyId: person.apiKeyId,
      createdAt: startedAt,
      startedAt,
      finishedAt: new Date(),
      ...end,
    });
  }
}
