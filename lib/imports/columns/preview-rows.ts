import { authorize, type Person } from "#lib/staff/permissions.ts";
import type { Import } from "../import.ts";
import { openFile } from "../open-file.ts";

const ROWS = 5;

/** The first rows of an import's file, read as the check will read them. */
export async function previewRows(person: Person, found: Import): Promise<string[][]> {
  authorize(person, "imports.view");
  const file = await openFile(found);
  const rows: string[][] = [];
  for await (const batch of file.batches) {
    rows.push(...batch.flatMap((row) => ("cells" in row ? [row.cells] : [])));
    if (rows.length >= ROWS) break;
  }
  return rows.slice(0, ROWS);
}
