import { type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { memberTableName } from "#db/member-table.ts";
import { journalTable } from "#db/staging-table.ts";
import type { Problem } from "#lib/problem.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import type { Import } from "../import.ts";
import { unlessMovedOn } from "../unless-moved-on.ts";
import { whyNotUndo } from "./request-undo.ts";

/** Why a Done import cannot be undone any more, for its page; null when it can. */
export const undoProblem = (found: Import): Promise<Problem | null> => whyNotUndo(db, found);

/** So many names stand for all. */
const NAMED = 10;

export type Edits = { kept: { key: string; contactId: number }[]; count: number };

/**
 * The contacts whom somebody edited since the import touched them: undo keeps what was edited. How many, and the first few.
 * Null when the import has been undone since it was found.
 */
export async function editsSince(person: Person, found: Import, profile: Profile): Promise<Edits | null> {
  authorize(person, "imports.view");
  const query = sql`
    with first as (
      select key, count(*) over () as count from (${edited(found, profile)}) edited order by key limit ${NAMED}
    )
    select first.key, c.id, count from first join contacts c on c.key = first.key order by first.key`;
  const asked = await unlessMovedOn(found, () => db.execute<{ key: string; id: string; count: string }>(query));
  if (!asked) return null;
  const { rows } = asked;
  const kept = rows.map(({ key, id }) => ({ key, contactId: Number(id) }));
  return { kept, count: Number(rows[0]?.count ?? 0) };
}

/** An edit stamps a time of its own; the import stamped one for all. */
function edited({ id, action, appliedAt, updated }: Import, profile: Profile): SQL {
  const members = memberTableName(profile.id);
  const after = sql`m.updated_at > ${appliedAt}::timestamptz`;
  const added = sql`select m.key from ${members} m where m.import_id = ${id} and ${after}`;
  switch (action) {
    case "overwrite":
      return sql`select m.key from ${members} m where ${after}`;
    case "unsubscribe":
      return sql`
        select j.key from ${journalTable(id)} j join contacts c on c.key = j.key
        where c.status_changed_at > ${appliedAt}::timestamptz`;
    case "append":
      return added;
    case "append-or-update":
      if (updated === 0) return added;
      return sql`${added} union
        select m.key from ${members} m join ${journalTable(id)} j on j.key = m.key where ${after}`;
    default:
      return action satisfies never;
  }
}
