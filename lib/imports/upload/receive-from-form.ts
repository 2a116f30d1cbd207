import { setTimeout as sleep } from "node:timers/promises";
import { and, eq, gt, notInArray, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { imports } from "#db/schema.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { sqlState } from "#lib/text/sql-state.ts";
import { receiveUpload } from "./receive-upload.ts";
import type { UploadRequest } from "./start-import.ts";

/** A press that comes later than this after the first one means another upload. */
const DOUBLE_PRESS_SECONDS = 30;

/** How long a second press waits for the first one's file; its own must not stand still for longer (scripts/http/slow-bodies.ts). */
const PATIENCE_MS = 20_000;

/**
 * As `receiveUpload`, from a form that was drawn with the word `once`: a second press on its button, also at the same
 * moment, answers with the first one's import, unless that one was cut off. An empty word starts an import each time.
 */
export async function receiveFromForm(
  person: Person,
  request: UploadRequest,
  bytes: AsyncIterable<Uint8Array>,
  once: string,
): Promise<number> {
  authorize(person, "imports.run");
  if (once === "") return receiveUpload(person, request, bytes, null);
  const idempotencyKey = `form ${once.slice(0, 100)}`;
  const keyed = { ...request, idempotencyKey };
  const first = await justStarted(person, keyed);
  if (first !== null) return instead(first, bytes);
  try {
    return await receiveUpload(person, keyed, bytes, null);
  } catch (error) {
    // Thrown before the first byte was read: the same word is there by now, or since long ago.
    if (sqlState(error) !== "23505") throw error;
  }
  await received(person, idempotencyKey);
  const other = await justStarted(person, keyed);
  return other === null ? receiveUpload(person, request, bytes, null) : instead(other, bytes);
}

/** A browser that still sends would not read the answer. */
async function instead(first: number, bytes: AsyncIterable<Uint8Array>): Promise<number> {
  for await (const _ of bytes);
  return first;
}

const ofForm = ({ staffId }: Person, key: string) =>
  and(eq(imports.createdBy, staffId ?? 0), eq(imports.idempotencyKey, key));

async function justStarted(
  person: Person,
  { idempotencyKey, profileId, fileName }: UploadRequest & { idempotencyKey: string },
): Promise<number | null> {
  const [row] = await db
    .select({ id: imports.id })
    .from(imports)
    .where(
      and(
        ofForm(person, idempotencyKey),
        eq(imports.profileId, profileId),
        eq(imports.fileName, fileName),
        notInArray(imports.state, ["receiving", "interrupted", "failed", "cancelled"]),
        gt(imports.createdAt, sql`now() - make_interval(secs => ${DOUBLE_PRESS_SECONDS})`),
      ),
    )
    .limit(1);
  return row?.id ?? null;
}

async function received(person: Person, key: string): Promise<void> {
  const underway = and(ofForm(person, key), eq(imports.state, "receiving"));
  for (const since = performance.now(); performance.now() - since < PATIENCE_MS; await sleep(100)) {
    if ((await db.$count(imports, underway)) === 0) return;
  }
}
