import { and, desc, eq, gt, inArray, isNull, or, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { imports } from "#db/schema.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import type { Import } from "./import.ts";
import { WAITS_FOR_A_PERSON } from "./states.ts";

/** What is older than this nobody mends any more. */
export const LATELY_DAYS = 14;
const MOST = 20;

/**
 * Imports that want a person, the latest first: those that wait for a decision, and of the last two weeks those that went
 * wrong and those that left rejected rows.
 */
export async function importsToLookAt(person: Person): Promise<Import[]> {
  authorize(person, "imports.view");
  const since = sql`now() - make_interval(days => ${LATELY_DAYS}::int)`;
  const rows = await db
    .select()
    .from(imports)
    .where(
      or(
        inArray(imports.state, [...WAITS_FOR_A_PERSON]),
        and(inArray(imports.state, ["failed", "interrupted"]), gt(imports.createdAt, since)),
        and(
          eq(imports.state, "done"),
          gt(imports.rejected, 0),
          gt(imports.finishedAt, since),
          isNull(imports.forgottenAt),
        ),
      ),
    )
    .orderBy(desc(imports.id))
    .limit(MOST);
  return rows as Import[];
}

/** What the imports of the last `days` days brought, without those that were undone. */
export async function broughtLately(
  person: Person,
  days: number,
): Promise<{ imports: number; new: number; updated: number; rejected: number }> {
  authorize(person, "imports.view");
  const [sums] = await db
    .select({
      imports: sql<string>`count(*)`,
      new: sql<string>`coalesce(sum(${imports.new}), 0)`,
      updated: sql<string>`coalesce(sum(${imports.updated}), 0)`,
      rejected: sql<string>`coalesce(sum(${imports.rejected}), 0)`,
    })
    .from(imports)
    .where(and(eq(imports.state, "done"), gt(imports.finishedAt, sql`now() - make_interval(days => ${days}::int)`)));
  return {
    imports: Number(sums?.imports),
    new: Number(sums?.new),
    updated: Number(sums?.updated),
    rejected: Number(sums?.rejected),
  };
}
