import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { NOW } from "#db/now.ts";
import { imports } from "#db/schema.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { loadProfile } from "#lib/profiles/queries.ts";
import type { Person } from "#lib/staff/permissions.ts";
import { changeState } from "../change-state.ts";
import { decideColumns } from "../columns/decide-columns.ts";
import type { ImportOptions } from "../import.ts";
import { openFile } from "../open-file.ts";
import { loadImport } from "../queries.ts";
import { detectFormat } from "../reading/detect-format.ts";
import { UnreadableFile } from "../reading/file-fault.ts";
import type { Inspection } from "../reading/inspect-bytes.ts";
import type { Reading } from "../reading/row.ts";

/**
 * A file that has arrived whole: tells how it is written, reads its header, and goes on to the check where every column
 * has its place, else to the page that asks. Throws UnreadableFile for a file that cannot be read at all.
 */
export async function acceptFile(
  person: Person,
  importId: number,
  inspection: Inspection,
  head: Buffer,
): Promise<void> {
  const started = await loadImport(db, importId);
  const format = formatOf(inspection, head, started.options);
  const options: ImportOptions = {
    ...started.options,
    format,
    ...(format && inspection.mojibake ? { encodedTwice: true } : {}),
  };
  await db
    .update(imports)
    .set({
      bytes: inspection.bytes,
      sha256: inspection.sha256,
      receivedAt: NOW,
      options,
      ...(format === undefined ? { origin: "excel" as const } : {}),
    })
    .where(eq(imports.id, importId));

  const profile = await loadProfile(db, started.profileId);
  const start = await readStart(importId);
  const decision = await decideColumns(person, { ...started, options }, profile, start);
  await db.transaction(async (tx) => {
    const next = decision.complete ? "checking" : "columns";
    const { mapping, blankErases } = decision;
    const change = blankErases ? { mapping, options: { ...options, blankErases } } : { mapping };
    if (!(await changeState(tx, importId, next, change))) return; // cancelled meanwhile
    await enqueue(tx, decision.complete ? "check-import" : "profile-columns", { importId });
  });
}

/** Undefined for a workbook. What was chosen by hand wins over what is found. */
function formatOf(inspection: Inspection, head: Buffer, { byHand }: ImportOptions): ImportOptions["format"] {
  if (inspection.kind === "zip") return undefined;
  const found = detectFormat(head, inspection, byHand?.encoding);
  const chosen = Object.fromEntries(Object.entries(byHand ?? {}).filter(([, value]) => value !== undefined));
  if ("code" in found) throw new UnreadableFile(found);
  return { ...found, ...chosen };
}

/** Of the file's beginning: enough rows to tell how all are written. */
export const HEAD_BYTES = 256 * 1024;

async function readStart(importId: number): Promise<Reading> {
  const file = await openFile(await loadImport(db, importId));
  await file.batches.return();
  return file;
}
