import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from "yauzl";
import { say } from "#lib/text/words.ts";
import { damaged } from "./damaged.ts";
import { InflateBudget } from "./inflate-budget.ts";
import { paged, type RandomAccess } from "./random-access.ts";
import { type PackedPart, unpack } from "./unpack.ts";
import type { XlsxLimits } from "./xlsx-limits.ts";

/** A zip whose list of contents was read and found sound. Its names are keys to look parts up, never paths. */
export type Archive = {
  /** As the zip has them. */
  names: string[];
  /** The part's unpacked bytes; names differ in more than case. Undefined when there is no such part. */
  open(name: string): AsyncGenerator<Buffer> | undefined;
};

/** Reads the list of contents only. Throws `UnreadableFile`, or whatever the source throws. */
export async function openArchive(source: RandomAccess, limits: XlsxLimits): Promise<Archive> {
  const pages = paged(source);
  const reader = new SourceReader(pages);
  const budget = new InflateBudget(limits);
  const zip = await reader.guard(() => fromRandomAccessReaderPromise(reader, source.size, { autoClose: false }));
  if (zip.entryCount > limits.maxEntries) throw damaged(say("a zip file of too many files"));
  const entries = await reader.guard(() => listEntries(zip));
  assertApart([...entries.values()]);
  return {
    names: [...entries.values()].map((entry) => entry.fileName),
    open(name) {
      const entry = entries.get(name.toLowerCase());
      return entry && openEntry(entry);
    },
  };

  async function* openEntry(entry: Listed): AsyncGenerator<Buffer> {
    if (entry.encrypted) throw damaged(say("a zip file with a password"));
    const { fileDataStart } = await reader.guard(() => zip.readLocalFileHeaderPromise(entry.entry, { minimal: true }));
    yield* unpack(pages, { ...entry, start: fileDataStart }, budget);
  }
}

type Listed = Omit<PackedPart, "start"> & {
  fileName: string;
  encrypted: boolean;
  from: number;
  to: number;
  entry: Entry;
};

async function listEntries(zip: ZipFile): Promise<Map<string, Listed>> {
  const entries = new Map<string, Listed>();
  for await (const entry of zip.eachEntry()) {
    const key = entry.fileName.toLowerCase();
    if (entries.has(key)) throw damaged(say("a zip file that holds two files of one name"));
    if (entry.fileNameLength > MAX_NAME) throw damaged();
    const from = entry.relativeOffsetOfLocalHeader;
    entries.set(key, {
      fileName: entry.fileName,
      method: entry.compressionMethod,
      packedBytes: entry.compressedSize,
      bytes: entry.uncompressedSize,
      crc32: entry.crc32,
      encrypted: entry.isEncrypted(),
      from,
      to: from + LOCAL_HEADER_BYTES + entry.fileNameLength + entry.compressedSize,
      entry,
    });
  }
  return entries;
}

const MAX_NAME = 1024;
const LOCAL_HEADER_BYTES = 30;

/** Two names for the same bytes are how a small zip holds a large bomb, or shows one thing to two readers. */
function assertApart(entries: Listed[]): void {
  const inOrder = entries.sort((a, b) => a.from - b.from);
  for (const [at, entry] of inOrder.entries()) {
    if (entry.from < (inOrder[at - 1]?.to ?? 0)) throw damaged(say("a zip file whose contents overlap"));
  }
}

/** Lets yauzl read the source, and tells the source's own failures, which go through, from a zip that is broken. */
class SourceReader extends RandomAccessReader {
  readonly #source: RandomAccess;
  #failure: { error: unknown } | undefined;

  constructor(source: RandomAccess) {
    super();
    this.#source = source;
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, bytesRead?: number) => void,
  ): void {
    if (position < 0 || position + length > this.#source.size) return void setImmediate(callback, null, 0);
    this.#source.read(position, length).then(
      (bytes) => callback(null, bytes.copy(buffer, offset)),
      (error) => {
        this.#failure = { error };
        callback(error instanceof Error ? error : new Error("the source cannot be read"));
      },
    );
  }

  async guard<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      if (this.#failure) throw this.#failure.error;
      if (error instanceof Error && error.name === "UnreadableFile") throw error;
      throw damaged(say("a damaged zip file"));
    }
  }
}
