import { and, eq, gt, notInArray, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { imports } from "#db/schema.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { receiveUpload } from "./receive-upload.ts";
import type { UploadRequest } from "./start-import.ts";

/** A press that comes later than this after the first one means another upload. */
const DOUBLE_PRESS_SECONDS = 30;

/**
 * As `receiveUpload`, from a form that was drawn with the word `once`: a second press on its button answers with the
 * first one's import, unless that one was cut off. An empty word starts an import each time.
 */
export async function receiveFromForm(
  person: Person,
  request: UploadRequest,
  bytes: AsyncIterable<Uint8Array>,
  once: string,
): Promise<number> {
  authorize(person, "imports.run");
  const key = once === "" ? undefined : `form ${once.slice(0, 100)}`;
  const first = key === undefined ? null : await justStarted(person, request, key);
  if (first === null) return receiveUpload(person, { ...request, idempotencyKey: key }, bytes, null);
  for await (const _ of bytes); // a browser that still sends would not read the answer
  return first;
}

async function justStarted(person: Person, request: UploadRequest, key: string): Promise<number | null> {
  const [row] = await db
    .select({ id: imports.id })
    .from(imports)
    .where(
      and(
        eq(imports.createdBy, person.staffId ?? 0),
        eq(imports.idempotencyKey, key),
        eq(imports.profileId, request.profileId),
        eq(imports.fileName, request.fileName),
        notInArray(imports.state, ["receiving", "interrupted", "failed", "cancelled"]),
        gt(imports.createdAt, sql`now() - make_interval(secs => ${DOUBLE_PRESS_SECONDS})`),
      ),
    )
    .limit(1);
  return row?.id ?? null;
}
