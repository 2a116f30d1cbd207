import { and, desc, eq, isNotNull } from "drizzle-orm";
import { db } from "#db/client.ts";
import { imports } from "#db/schema.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import type { ColumnMapping } from "../import.ts";

/** How the last import of this profile with the same header was mapped, as far as its fields are still there; else null. */
export async function lastMappingOf(
  profileId: number,
  header: string[],
  { fields }: Profile,
): Promise<ColumnMapping[] | null> {
  const [last] = await db
    .select({ mapping: imports.mapping })
    .from(imports)
    .where(and(eq(imports.profileId, profileId), eq(imports.state, "done"), isNotNull(imports.mapping)))
    .orderBy(desc(imports.id))
    .limit(1);
  const mapping = last?.mapping as ColumnMapping[] | undefined;
  if (!mapping || mapping.length !== header.length || mapping.some(({ column }, at) => column !== header[at]))
    return null;
  const present = new Set(fields.map((field) => field.id));
  return mapping.map(({ column, target }) => ({
    column,
    target: target?.kind === "field" && !present.has(target.fieldId) ? null : target,
  }));
}
