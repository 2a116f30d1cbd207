import { and, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { imports } from "#db/schema.ts";
import { typeCollector } from "#lib/fields/infer-type.ts";
import { readingOf } from "../check/reading-of.ts";
import type { Import } from "../import.ts";
import { openFile } from "../open-file.ts";
import { loadImport } from "../queries.ts";
import type { ColumnProfile, ColumnProfiles } from "./column-profile.ts";
import { createFieldsAndGoOn } from "./create-fields.ts";

const SAMPLES = 4;

/** Reads the whole file and keeps with the import what each column holds. */
export async function runProfile(importId: number, onProgress: (bytes: number) => void): Promise<void> {
  const found = await loadImport(db, importId);
  if (found.state !== "columns") return;
  const columnProfiles = await profileFile(found, onProgress);
  await db
    .update(imports)
    .set({ columnProfiles })
    .where(and(eq(imports.id, importId), eq(imports.state, "columns")));
  if (found.apiKeyId !== null && found.options.createFields) await createFieldsAndGoOn(found, columnProfiles);
}

async function profileFile(found: Import, onProgress: (bytes: number) => void): Promise<ColumnProfiles> {
  const reading = readingOf(found.options);
  const file = await openFile(found, onProgress);
  const collectors = file.header.map(() => ({ types: typeCollector(reading), samples: new Set<string>() }));
  let rows = 0;
  for await (const batch of file.batches) {
    for (const row of batch) {
      if (!("cells" in row)) continue;
      rows++;
      for (const [at, { types, samples }] of collectors.entries()) {
        const cell = row.cells[at] ?? "";
        types.add(cell);
        if (samples.size < SAMPLES && cell.trim() !== "") samples.add(cell.slice(0, 80));
      }
    }
  }
  return { rows, columns: collectors.map(({ types, samples }) => asProfile(types.result(), [...samples])) };
}

function asProfile(found: ReturnType<ReturnType<typeof typeCollector>["result"]>, samples: string[]): ColumnProfile {
  const { type, values, fits, dateOrder, decimal, options } = found;
  return { filled: values, fits, type, options, dateOrder: dateOrder.order, decimal: decimal.sign, samples };
}
