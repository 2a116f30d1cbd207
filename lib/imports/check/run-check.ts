import { eq } from "drizzle-orm";
import { db, openClient, over, type Tx } from "#db/client.ts";
import { NOW } from "#db/now.ts";
import { imports } from "#db/schema.ts";
import { rowsTable } from "#db/staging-table.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { erasedHashInSql } from "#lib/contacts/erased.ts";
import { enqueue, profileQueue } from "#lib/jobs/enqueue.ts";
import { loadProfile } from "#lib/profiles/queries.ts";
import { changeState } from "../change-state.ts";
import { bringsErasedBack } from "../erased-meanwhile.ts";
import { appliesItself, type Import } from "../import.ts";
import { loadImport } from "../queries.ts";
import { type OnProgress, readRows } from "./read-rows.ts";
import { rejectIncomplete } from "./reject-incomplete.ts";
import { assertRequiredBrought } from "./required-fields.ts";
import { reviewImport } from "./review-import.ts";
import { stageRows } from "./stage-rows.ts";

/**
 * Reads, parses and compares every row of an import that is Checking, and makes it Ready with its review, in one
 * transaction: it happens as a whole or not at all. Does nothing when the import is no longer Checking. Begins again when
 * somebody in the file was erased meanwhile.
 *
 * `onProgress` hears the bytes and rows read so far; when it throws, the check ends without a trace.
 */
export async function runCheck(importId: number, onProgress: OnProgress): Promise<void> {
  const started = await loadImport(db, importId);
  if (started.state !== "checking") return;
  const erasedHash = await erasedHashInSql();
  const client = await openClient();
  let again = false;
  try {
    await over(client).transaction(async (tx) => {
      const profile = await loadProfile(tx, started.profileId);
      assertRequiredBrought(started, profile);
      const read = await readRows(tx, client, started, profile, onProgress);
      const options = { ...started.options, found: read.found, notices: read.notices };
      const lacking = await rejectIncomplete(tx, client, { ...started, options }, profile, rowsTable(importId));
      await stageRows(tx, started, profile, read.fields, read.read - read.rejected - lacking.rejected);
      if (await bringsErasedBack(tx, started, erasedHash)) throw new ErasedMeanwhile();
      const { counts, review } = await reviewImport(tx, started, profile, read.fields);
      if (counts.read !== read.read) throw new Error(`The rows do not add up: ${counts.read} of ${read.read}.`);
      const ready = await changeState(tx, importId, "ready", {
        ...counts,
        blank: read.blank,
        warnings: read.warnings - lacking.warnings,
        options,
        review,
        reviewedRevision: profile.revision,
        checkedAt: NOW,
        progressDone: counts.read,
        progressTotal: counts.read,
      });
      if (!ready) throw new Gone();
      if (appliesItself(started, review)) await requestApply(tx, started);
    });
  } catch (error) {
    again = error instanceof ErasedMeanwhile;
    if (!again && !(error instanceof Gone)) throw error;
  } finally {
    await client.end();
  }
  if (again) await runCheck(importId, onProgress);
}

/** The import was cancelled meanwhile: what the check made is rolled back. */
class Gone extends Error {}
/** A row is somebody's who was not erased yet when the check began. */
class ErasedMeanwhile extends Error {}

async function requestApply(tx: Tx, { id, profileId, createdBy, apiKeyId }: Import): Promise<void> {
  await tx.update(imports).set({ applyRequestedAt: NOW }).where(eq(imports.id, id));
  await recordAudit(tx, { staffId: createdBy, apiKeyId }, "import-applied", { importId: id, profileId });
  await enqueue(tx, "apply-import", { importId: id }, { queue: profileQueue(profileId) });
}
