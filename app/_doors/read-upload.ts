import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as WebStream } from "node:stream/web";
import busboy from "busboy";
import { BrokenUpload } from "#lib/imports/upload/broken-upload.ts";
import { Problem } from "#lib/problem.ts";
import { assertNotCompressed } from "./body-bytes.ts";

/** A form with a file, as far as it has been read: its fields (which stand before the file), and the file as it arrives. */
export type UploadForm = {
  fields: Record<string, string>;
  /** Null when no file was chosen. */
  file: { name: string; bytes: AsyncIterable<Uint8Array> } | null;
};

/** Pasted rows come as a field; a file of any size comes as a file. */
const MAX_FIELD_BYTES = 16 * 1024 * 1024;

/**
 * Reads a multipart form as a stream: memory does not grow with the file. Resolves when the file begins, or at the end
 * when there is none. The file must be read to its end by the caller.
 */
export async function readUpload(request: Request): Promise<UploadForm> {
  assertNotCompressed(request);
  const parser = makeParser(request.headers);
  const fields: Record<string, string> = Object.create(null);
  const form = new Promise<UploadForm>((resolve, reject) => {
    parser.on("field", (name, value, { valueTruncated }) => {
      if (valueTruncated)
        reject(new Problem("too_large", "field_too_large", "The pasted rows are too many. Save them as a file."));
      fields[name.slice(0, 100)] = value;
    });
    parser.on("file", (_name, stream, { filename }) => {
      // A form sends a file without name or content when none was chosen.
      if (!filename) stream.resume();
      else resolve({ fields, file: { name: filename, bytes: piecesOf(stream) } });
    });
    parser.on("filesLimit", () => reject(new Problem("malformed", "several_files", "Send one file at a time.")));
    for (const limit of ["partsLimit", "fieldsLimit"] as const) parser.on(limit, () => reject(tooManyParts()));
    parser.on("close", () => resolve({ fields, file: null }));
    parser.on("error", (error: Error) => reject(new BrokenUpload("The form ended before its end.", { cause: error })));
  });
  const body = Readable.fromWeb((request.body ?? new ReadableStream()) as WebStream<Uint8Array>);
  // A body that breaks ends the parser, which tells whoever reads the file.
  pipeline(body, parser).catch(() => {});
  return form;
}

function makeParser(headers: Headers): busboy.Busboy {
  try {
    return busboy({
      headers: { "content-type": headers.get("content-type") ?? "" },
      defParamCharset: "utf8",
      limits: { files: 1, fields: 30, parts: 40, fieldSize: MAX_FIELD_BYTES, fieldNameSize: 100, headerPairs: 50 },
    });
  } catch {
    throw new Problem("unsupported", "not_multipart", "Send the file as a form (multipart/form-data).");
  }
}

const tooManyParts = () => new Problem("malformed", "too_many_parts", "This form has more parts than the page's own.");

async function* piecesOf(stream: Readable): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of stream) yield piece;
  } catch (error) {
    throw new BrokenUpload("The form ended before its end.", { cause: error });
  }
}
