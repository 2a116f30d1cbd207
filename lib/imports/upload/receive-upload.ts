import { db } from "#db/client.ts";
import { environment } from "#lib/environment.ts";
import { isBrokenUpload } from "#lib/imports/upload/broken-upload.ts";
import { isTransient } from "#lib/jobs/transient.ts";
import { Problem } from "#lib/problem.ts";
import type { Person } from "#lib/staff/permissions.ts";
import { inEnglish } from "#lib/text/in-english.ts";
import { sqlState, UNDEFINED_TABLE } from "#lib/text/sql-state.ts";
import { type Words, words } from "#lib/text/words.ts";
import { explainFailure, failImport } from "../fail-import.ts";
import { DATABASE_AWAY, interrupted, interruptUpload, receiving } from "../interrupt-uploads.ts";
import { type FileFaultCode, UnreadableFile } from "../reading/file-fault.ts";
import { ByteInspector } from "../reading/inspect-bytes.ts";
import { acceptFile, HEAD_BYTES } from "./accept-file.ts";
import { startImport, type UploadRequest } from "./start-import.ts";
import { appendPiece, PIECE_BYTES } from "./stored-file.ts";

/**
 * Takes in a file as it arrives, one piece in memory at a time and no connection held while waiting for the line, and
 * starts its check. Answers the import's id.
 *
 * Throws what is wrong with the request or with the file as a whole (after the log row says so too). A body that ends
 * early marks the import as Interrupted and throws Problem `upload_interrupted`.
 *
 * `declaredBytes`: how long the file should be, where that is known.
 */
export async function receiveUpload(
  person: Person,
  request: UploadRequest,
  bytes: AsyncIterable<Uint8Array>,
  declaredBytes: number | null,
): Promise<number> {
  const importId = await startImport(person, request);
  receiving.add(importId);
  try {
    const inspector = new ByteInspector();
    const head = await store(importId, whileItArrives(bytes), inspector);
    const inspection = inspector.end();
    if (declaredBytes !== null && inspection.bytes !== declaredBytes) throw shortBody(inspection.bytes, declaredBytes);
    await acceptFile(person, importId, inspection, head);
  } catch (error) {
    throw await giveUp(importId, error);
  } finally {
    receiving.delete(importId);
  }
  return importId;
}

/** Answers the beginning of the file: enough to tell how it is written. */
async function store(importId: number, bytes: AsyncIterable<Uint8Array>, inspector: ByteInspector): Promise<Buffer> {
  const { MAX_UPLOAD_BYTES } = environment();
  // One place for all pieces: new ones would pile up until the garbage is looked for, which five uploads feel.
  const piece = Buffer.allocUnsafeSlow(PIECE_BYTES);
  let head: Buffer | undefined;
  let position = 0;
  let total = 0;
  let filled = 0;

  const flush = async () => {
    head ??= Buffer.from(piece.subarray(0, Math.min(filled, HEAD_BYTES)));
    await appendPiece(importId, position++, piece.subarray(0, filled));
    filled = 0;
  };

  for await (const chunk of bytes) {
    total += chunk.length;
    if (total > MAX_UPLOAD_BYTES) throw tooLarge(importId, MAX_UPLOAD_BYTES);
    inspector.write(chunk);
    for (let taken = 0; taken < chunk.length; ) {
      const part = chunk.subarray(taken, taken + PIECE_BYTES - filled);
      piece.set(part, filled);
      filled += part.length;
      taken += part.length;
      if (filled === PIECE_BYTES) await flush();
    }
  }
  if (filled > 0) await flush();
  return head ?? Buffer.alloc(0);
}

/** A connection to the database breaks with the same codes as the sender's: whose it was is told here alone. */
async function* whileItArrives(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes;
  } catch (error) {
    throw isBrokenUpload(error) ? new CutOff(words("The connection broke while the file arrived.")) : error;
  }
}

const tooLarge = (importId: number, limit: number) =>
  new Problem(
    "too_large",
    "file_too_large",
    words(
      "The file is larger than {limit, number} MB, the most that this installation takes. Split it, or ask an administrator to raise MAX_UPLOAD_BYTES.",
      { limit: Math.round(limit / 1024 ** 2) },
    ),
    [{ path: "import", message: String(importId) }],
  );

/** Thrown when the file ended before its end; `why` says how. */
class CutOff extends Error {
  readonly why: Words;
  constructor(why: Words) {
    super(inEnglish(why));
    this.why = why;
  }
}

const shortBody = (received: number, declared: number) =>
  new CutOff(words("Only {received, number} of {declared, number} bytes arrived.", { received, declared }));

/** Writes down how the upload ended, and answers the error for the one who sent it. */
async function giveUp(importId: number, error: unknown): Promise<unknown> {
  if (sqlState(error) === UNDEFINED_TABLE) {
    return new Problem("conflict", "import_state", "This import was cancelled while its file arrived.");
  }
  if (error instanceof CutOff) {
    await db.transaction((tx) => interruptUpload(tx, importId, error.why));
    return new Problem("malformed", "upload_interrupted", interrupted(error.why));
  }
  if (isTransient(error)) {
    await db.transaction((tx) => interruptUpload(tx, importId, DATABASE_AWAY));
    return error;
  }
  await failImport(importId, error);
  return error instanceof UnreadableFile ? problemOf(importId, error) : error;
}

/** What the sender hears of a file that cannot be read; the log row says the same. */
function problemOf(importId: number, error: UnreadableFile): Problem {
  const { errorCode, errorWords } = explainFailure(error);
  const kind = NO_TABLE.has(error.fault.code) ? "unsupported" : "invalid";
  return new Problem(kind, errorCode, errorWords, [{ path: "import", message: String(importId) }]);
}

const NO_TABLE: ReadonlySet<FileFaultCode> = new Set(["not_csv", "not_xlsx", "unsupported_type"]);
