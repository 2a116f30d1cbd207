import { BrokenUpload } from "#lib/imports/upload/broken-upload.ts";
import { Problem } from "#lib/problem.ts";
import { words } from "#lib/text/words.ts";

/**
 * A request's body as it arrives. Throws Problem `unsupported` for a compressed one (a compressed file would read as no
 * rows), and BrokenUpload when it ends before its end.
 */
export function bodyBytes(request: Request): AsyncIterable<Uint8Array> {
  assertNotCompressed(request);
  return piecesOf(request);
}

/** Throws Problem `unsupported` unless the body comes as it is. */
export function assertNotCompressed(request: Request): void {
  const encoding = request.headers.get("content-encoding")?.trim().toLowerCase() ?? "";
  if (encoding === "" || encoding === "identity") return;
  throw new Problem(
    "unsupported",
    "compressed_body",
    words("The body is compressed (Content-Encoding: {encoding}). Send the file as it is, without Content-Encoding.", {
      encoding: encoding.slice(0, 40),
    }),
  );
}

/** How many bytes the sender says the body has; null when it does not say. */
export function bodyLength(request: Request): number | null {
  const length = request.headers.get("content-length");
  return length === null || !/^\d{1,15}$/.test(length) ? null : Number(length);
}

async function* piecesOf(request: Request): AsyncGenerator<Uint8Array> {
  if (request.body === null) return;
  try {
    for await (const piece of request.body) yield piece;
  } catch (error) {
    throw new BrokenUpload("The body ended before its end.", { cause: error });
  }
}
