import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { and, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { imports } from "#db/schema.ts";
import { Problem } from "#lib/problem.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { sqlState } from "#lib/text/sql-state.ts";
import { words } from "#lib/text/words.ts";
import type { ImportOptions } from "../import.ts";
import { receiveUpload } from "./receive-upload.ts";
import type { UploadRequest } from "./start-import.ts";

/** How long a repeated request waits for the first one to have received its file. */
const PATIENCE_MS = 5 * 60_000;

const ATTEMPTS = 3;

/**
 * As `receiveUpload`, but a request with an idempotency key that was used before, also at the same moment, answers with
 * the first one's import. A request that broke off uses up no key. Throws Problem `idempotency_mismatch` when its file or
 * what it asks is another, `upload_interrupted` when the first one broke off while this one waited for it.
 */
export async function receiveOnce(
  person: Person,
  request: UploadRequest,
  bytes: AsyncIterable<Uint8Array>,
  declaredBytes: number | null,
): Promise<number> {
  authorize(person, "imports.run");
  if (request.idempotencyKey === undefined) return receiveUpload(person, request, bytes, declaredBytes);
  const asked = { ...request, options: { ...request.options, asked: hashOf(request) } };
  for (let attempt = 1; ; attempt++) {
    const before = await findByKey(person, request.idempotencyKey);
    if (before !== null) return sameAs(before, request, bytes);
    try {
      return await receiveUpload(person, asked, bytes, declaredBytes);
    } catch (error) {
      // Before the first byte was read: another request has the key. It may break off, and free it, before it is found.
      if (sqlState(error) !== "23505" || attempt === ATTEMPTS) throw error;
    }
  }
}

/** Of all that is asked for but the file. The import's own options change while it goes on. */
function hashOf({ profileId, action, reference, fileName, options }: UploadRequest): string {
  const asked = JSON.stringify([profileId, action, reference, fileName, options]);
  return createHash("sha256").update(asked).digest("hex");
}

async function findByKey(person: Person, key: string): Promise<number | null> {
  const [row] = await db
    .select({ id: imports.id })
    .from(imports)
    .where(and(eq(imports.apiKeyId, person.apiKeyId ?? 0), eq(imports.idempotencyKey, key)));
  return row?.id ?? null;
}

async function sameAs(importId: number, request: UploadRequest, bytes: AsyncIterable<Uint8Array>): Promise<number> {
  const hash = createHash("sha256");
  for await (const piece of bytes) hash.update(piece);
  const first = await received(importId);
  if (first.state === "interrupted") throw brokeOff(importId);
  const sameFile = first.sha256 === null || first.sha256 === hash.digest("hex");
  const { asked } = first.options as ImportOptions;
  if (sameFile && asked === hashOf(request)) return importId;
  throw new Problem(
    "conflict",
    "idempotency_mismatch",
    words("This Idempotency-Key was used for another file or another request (import {id}). Use a new key.", {
      id: String(importId),
    }),
  );
}

async function received(importId: number): Promise<typeof imports.$inferSelect> {
  for (const since = performance.now(); ; await sleep(100)) {
    const [row] = await db.select().from(imports).where(eq(imports.id, importId));
    if (!row) throw new Problem("not_found", "import_not_found", "There is no such import.");
    if (row.state !== "receiving" || performance.now() - since > PATIENCE_MS) return row;
  }
}

const brokeOff = (importId: number) =>
  new Problem(
    "conflict",
    "upload_interrupted",
    words("The first request with this Idempotency-Key broke off (import {id}). Send it again.", {
      id: String(importId),
    }),
  );
