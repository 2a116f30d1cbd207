import { and, desc, eq, ne, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { imports } from "#db/schema.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import type { ColumnMapping, Import } from "../import.ts";

/**
 * How the last import of this profile with the same header was mapped, as far as its fields are still there, and whether
 * blank cells erased; null when there was none. What an Unsubscribe left out says nothing of where the columns go.
 */
export async function lastMappingOf(
  { action, profileId }: Pick<Import, "action" | "profileId">,
  header: string[],
  { fields }: Profile,
): Promise<{ mapping: ColumnMapping[]; blankErases: boolean } | null> {
  const [last] = await db
    .select({ mapping: imports.mapping, options: imports.options, action: imports.action })
    .from(imports)
    .where(
      and(
        eq(imports.profileId, profileId),
        eq(imports.state, "done"),
        action === "unsubscribe" ? undefined : ne(imports.action, "unsubscribe"),
        sql`jsonb_path_query_array(${imports.mapping}, '$[*].column') = ${JSON.stringify(header)}::jsonb`,
      ),
    )
    .orderBy(desc(imports.id))
    .limit(1);
  if (!last) return null;
  const present = new Set(fields.map((field) => field.id));
  const mapping = (last.mapping as ColumnMapping[]).map(({ column, target }) => ({
    column,
    target: target?.kind === "field" && !present.has(target.fieldId) ? null : target,
  }));
  const { blankErases = false } = last.options as Import["options"];
  return { mapping, blankErases: blankErases && last.action === "append-or-update" && action === "append-or-update" };
}
