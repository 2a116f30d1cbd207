import { and, eq, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { imports } from "#db/schema.ts";
import { typeCollector } from "#lib/fields/infer-type.ts";
import { loadProfile } from "#lib/profiles/queries.ts";
import { makeFinder } from "../check/finder.ts";
import { readingOf } from "../check/reading-of.ts";
import type { Import, ImportOptions } from "../import.ts";
import { openFile } from "../open-file.ts";
import { loadImport } from "../queries.ts";
import type { ColumnProfile, ColumnProfiles } from "./column-profile.ts";
import { createFieldsAndGoOn } from "./create-fields.ts";

const SAMPLES = 4;

/** Reads the whole file and keeps with the import what each column holds, and how its dates and numbers are written. */
export async function runProfile(importId: number, onProgress: (bytes: number) => void): Promise<void> {
  const found = await loadImport(db, importId);
  if (found.state !== "columns") return;
  const { columnProfiles, values } = await profileFile(found, onProgress);
  // Beside the other options, which a person may be changing.
  const options = sql`${imports.options} || ${JSON.stringify({ found: values })}::jsonb`;
  await db
    .update(imports)
    .set({ columnProfiles, options })
    .where(and(eq(imports.id, importId), eq(imports.state, "columns")));
  if (found.apiKeyId !== null && found.options.createFields) await createFieldsAndGoOn(found, columnProfiles);
}

async function profileFile(
  found: Import,
  onProgress: (bytes: number) => void,
): Promise<{ columnProfiles: ColumnProfiles; values: ImportOptions["found"] }> {
  const { fields } = await loadProfile(db, found.profileId);
  const finder = makeFinder(found.mapping ?? [], fields, found.options);
  const reading = readingOf(found.options);
  const file = await openFile(found, onProgress);
  const collectors = file.header.map(() => ({ types: typeCollector(reading), samples: new Set<string>() }));
  let rows = 0;
  for await (const batch of file.batches) {
    for (const row of batch) {
      if (!("cells" in row)) continue;
      rows++;
      finder.see(row.cells);
      for (const [at, { types, samples }] of collectors.entries()) {
        const cell = row.cells[at] ?? "";
        types.add(cell);
        if (samples.size < SAMPLES && cell.trim() !== "") samples.add(cell.slice(0, 80));
      }
    }
  }
  const columns = collectors.map(({ types, samples }) => asProfile(types.result(), [...samples]));
  return { columnProfiles: { rows, columns }, values: finder.found() };
}

function asProfile(found: ReturnType<ReturnType<typeof typeCollector>["result"]>, samples: string[]): ColumnProfile {
  const { type, values, fits, dateOrder, decimal, options } = found;
  return { filled: values, fits, type, options, dateOrder: dateOrder.order, decimal: decimal.sign, samples };
}
