import { and, desc, eq, ilike, inArray, lt, or, sql } from "drizzle-orm";
import { type Db, db, type Tx } from "#db/client.ts";
import { asReader } from "#db/read-only.ts";
import { importLines, imports } from "#db/schema.ts";
import { Problem } from "#lib/problem.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import type { Import } from "./import.ts";
import type { ImportState } from "./states.ts";

/** One import. Throws Problem `import_not_found`. */
export async function importById(person: Person, id: number): Promise<Import> {
  authorize(person, "imports.view");
  return loadImport(db, id);
}

/** As `importById`, for jobs, which act for nobody in particular. */
export async function loadImport(from: Db | Tx, id: number): Promise<Import> {
  const [row] = Number.isSafeInteger(id) ? await from.select().from(imports).where(eq(imports.id, id)) : [];
  if (!row) throw new Problem("not_found", "import_not_found", "There is no such import.");
  return row as Import;
}

export type ImportFilter = {
  profileId?: number;
  states?: readonly ImportState[];
  action?: Import["action"];
  /** Part of the file's name, the reference or the profile's name. */
  search?: string;
  /** Only imports before this id: the last one of the page before. */
  before?: number;
  limit: number;
};

/** The logs, the latest first, and whether there are more. */
export async function listImports(person: Person, filter: ImportFilter): Promise<{ items: Import[]; more: boolean }> {
  authorize(person, "imports.view");
  const rows = await db
    .select()
    .from(imports)
    .where(
      and(
        filter.profileId === undefined ? undefined : eq(imports.profileId, filter.profileId),
        filter.states?.length ? inArray(imports.state, [...filter.states]) : undefined,
        filter.action ? eq(imports.action, filter.action) : undefined,
        filter.before === undefined ? undefined : lt(imports.id, filter.before),
        filter.search ? matches(filter.search) : undefined,
      ),
    )
    .orderBy(desc(imports.id))
    .limit(filter.limit + 1);
  return { items: rows.slice(0, filter.limit) as Import[], more: rows.length > filter.limit };
}

function matches(search: string) {
  const pattern = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
  return or(ilike(imports.fileName, pattern), ilike(imports.reference, pattern), ilike(imports.profileName, pattern));
}

export type ImportLine = typeof importLines.$inferSelect;
export type LineFilter = {
  outcome: ImportLine["outcome"];
  reason?: string;
  /** The last line of the page before, and its column's place. */
  after?: { line: number; place: number };
  limit: number;
};

/** Rows of the file that did not go in as they were, in the file's order, and whether there are more. */
export async function listLines(
  person: Person,
  importId: number,
  filter: LineFilter,
): Promise<{ items: ImportLine[]; more: boolean }> {
  authorize(person, "imports.view");
  const rows = await asReader((tx) =>
    tx
      .select()
      .from(importLines)
      .where(
        and(
          eq(importLines.importId, importId),
          eq(importLines.outcome, filter.outcome),
          filter.reason ? eq(importLines.reason, filter.reason) : undefined,
          filter.after
            ? sql`(${importLines.line}, ${importLines.place}) > (${filter.after.line}, ${filter.after.place})`
            : undefined,
        ),
      )
      .orderBy(importLines.line, importLines.place)
      .limit(filter.limit + 1),
  );
  return { items: rows.slice(0, filter.limit), more: rows.length > filter.limit };
}

/** How many rows of an import go in, or went in, as a person corrected them. */
export async function countCorrected(person: Person, importId: number): Promise<number> {
  authorize(person, "imports.view");
  return db.$count(importLines, and(eq(importLines.importId, importId), eq(importLines.outcome, "corrected")));
}
