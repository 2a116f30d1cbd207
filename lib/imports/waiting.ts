import { and, asc, desc, eq, gt, inArray, isNotNull, lt, ne, or, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { imports } from "#db/schema.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import type { Import } from "./import.ts";

/** So many are named on a page. */
const NAMED = 20;

/**
 * What has to end before this import's turn comes, in its order: for one that is to be applied, what else changes its
 * profile; for one that is to be checked, the files that came before it.
 */
export async function importsAhead(
  person: Person,
  { id, state, profileId, applyRequestedAt }: Import,
): Promise<Import[]> {
  authorize(person, "imports.view");
  const ahead =
    state === "checking"
      ? and(eq(imports.state, "checking"), lt(imports.id, id))
      : and(
          eq(imports.profileId, profileId),
          or(
            eq(imports.state, "applying"),
            and(eq(imports.state, "done"), isNotNull(imports.undoRequestedAt)),
            and(eq(imports.state, "ready"), lt(imports.applyRequestedAt, applyRequestedAt ?? new Date())),
          ),
        );
  const rows = await db
    .select()
    .from(imports)
    .where(and(ne(imports.id, id), ahead))
    .orderBy(asc(imports.applyRequestedAt), asc(imports.id))
    .limit(NAMED);
  return rows as Import[];
}

/** Fewer rows are done too quickly to tell how fast they went. */
const ENOUGH_ROWS = 5000;

/**
 * How many rows a second Apply will put in: as fast as the last imports with the same action went here, else as fast as
 * this import's check. Null when nobody can tell.
 */
export async function expectedRate(
  person: Person,
  { action, checkedAt, receivedAt, read }: Import,
): Promise<number | null> {
  authorize(person, "imports.view");
  const went = sql<number>`(${imports.new} + ${imports.updated} + ${imports.unchanged})`;
  const last = await db
    .select({ rows: went.mapWith(Number), start: imports.applyStartedAt, end: imports.finishedAt })
    .from(imports)
    .where(and(eq(imports.action, action), inArray(imports.state, ["done", "undone"]), gt(went, ENOUGH_ROWS)))
    .orderBy(desc(imports.id))
    .limit(5);
  const rates = last.flatMap(({ rows, start, end }) => rateOf(rows, start, end) ?? []).sort((a, b) => a - b);
  return rates[Math.floor(rates.length / 2)] ?? (read > ENOUGH_ROWS ? rateOf(read, receivedAt, checkedAt) : null);
}

function rateOf(rows: number, start: Date | null, end: Date | null): number | null {
  const seconds = start && end ? (end.getTime() - start.getTime()) / 1000 : 0;
  return seconds > 0 ? rows / seconds : null;
}
