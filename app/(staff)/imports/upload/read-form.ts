import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import busboy from "busboy";
import { bodyBytes } from "#app/_doors/body-bytes.ts";
import { BrokenUpload } from "#lib/imports/upload/broken-upload.ts";
import { Problem } from "#lib/problem.ts";
import { words } from "#lib/text/words.ts";

/** Pasted rows are held in memory; more of them are a file. */
const MAX_PASTED_BYTES = 16 * 1024 * 1024;

const LIMITS = {
  fieldNameSize: 100,
  fieldSize: MAX_PASTED_BYTES,
  fields: 20,
  // One more than may be, so that it is seen and said.
  files: 2,
  parts: 22,
  headerPairs: 20,
};

export type UploadedForm = {
  fields: Record<string, string>;
  /** Null where no file was chosen. Its bytes have to be read to the end, which throws what is wrong with the rest. */
  file: { name: string; bytes: AsyncIterable<Uint8Array> } | null;
};

/**
 * A multipart form whose last part is a file, read as it arrives: answers once the file begins, or the form has ended.
 * Throws Problem for what is no such form, and BrokenUpload when it ends before its end.
 */
export async function readUploadForm(request: Request): Promise<UploadedForm> {
  const parser = openParser(request.headers.get("content-type") ?? "");
  const fields: Record<string, string> = Object.create(null);
  let wrong: Problem | null = null;
  const begun = Promise.withResolvers<UploadedForm["file"]>();

  let files = 0;
  parser.on("field", (name, value, { valueTruncated }) => {
    fields[name] = value;
    if (valueTruncated) wrong ??= tooMuchPasted();
  });
  parser.on("file", (_name, stream, { filename }) => {
    stream.on("error", () => {}); // the form's own end tells it
    if (++files === 1) return begun.resolve({ name: filename ?? "", bytes: wholeFile(stream) });
    wrong ??= twoFiles();
    stream.resume();
  });
  for (const limit of ["partsLimit", "fieldsLimit", "filesLimit"] as const)
    parser.on(limit, () => {
      wrong ??= tooManyParts();
    });

  const ended = pipeline(Readable.from(bodyBytes(request)), parser).catch((error: unknown) => {
    throw error instanceof Problem ? error : new BrokenUpload("The form ended before its end.", { cause: error });
  });
  ended.then(() => begun.resolve(null), begun.reject);

  /** A file is whole only when the form around it is. */
  async function* wholeFile(stream: Readable): AsyncGenerator<Uint8Array> {
    try {
      for await (const piece of stream) yield piece as Uint8Array;
    } catch (error) {
      await ended;
      throw error;
    }
    await ended;
    if (wrong) throw wrong;
  }

  const file = await begun.promise;
  if (wrong) throw wrong;
  return { fields, file };
}

function openParser(contentType: string): busboy.Busboy {
  try {
    if (!/^multipart\/form-data\b/i.test(contentType)) throw new Error("another kind of form");
    return busboy({ headers: { "content-type": contentType }, limits: LIMITS, defParamCharset: "utf8" });
  } catch {
    throw new Problem(
      "malformed",
      "not_multipart",
      "This upload is not as a form sends it (multipart/form-data with a boundary). Send it from the page Import Contacts.",
    );
  }
}

const tooMuchPasted = () =>
  new Problem(
    "too_large",
    "too_much_pasted",
    words("What you pasted is longer than {limit, number} MB. Save it as a CSV file, and upload that.", {
      limit: MAX_PASTED_BYTES / 1024 ** 2,
    }),
    [{ path: "pasted", message: words("Save these rows as a CSV file, and upload that.") }],
  );

const twoFiles = () =>
  new Problem(
    "invalid",
    "two_files",
    "The form holds more than one file. Nothing was changed. Upload them one by one.",
  );

const tooManyParts = () =>
  new Problem("invalid", "too_many_parts", "The form has more parts than the page asks for. Nothing was changed.");
