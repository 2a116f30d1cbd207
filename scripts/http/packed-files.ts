import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, relative, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

/*
 * The pages' scripts and styles, packed once by the build as small as can be: a seventh less than what Next would make of
 * them, with gzip, at each request.
 */

const TYPES: Readonly<Record<string, string>> = {
  ".js": "application/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
};

const pack = promisify(brotliCompress);

/** Writes FILE.br beside each script and style of the folder. */
export async function packFiles(folder: string): Promise<void> {
  const files = filesIn(folder).filter((file) => TYPES[extname(file)]);
  await Promise.all(
    files.map(async (file) => {
      const bytes = readFileSync(file);
      const params = {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      };
      writeFileSync(`${file}.br`, await pack(bytes, { params }));
    }),
  );
}

/**
 * Answers a request for a packed file of `folder`, which is found under `prefix`; false for any other, and where the
 * browser does not take Brotli. The names of the files hold a hash of what is in them, so they may be kept for ever. All
 * are held in memory, some 400 kB: a newer build may take their place on the disk while this server runs.
 */
export function packedFiles(folder: string, prefix: string) {
  const packed = new Map(
    filesIn(folder)
      .filter((file) => file.endsWith(".br"))
      .map((file) => [`${prefix}${relative(folder, file.slice(0, -3)).replaceAll(sep, "/")}`, readFileSync(file)]),
  );
  return function answer({ method, url = "", headers }: IncomingMessage, response: ServerResponse): boolean {
    const path = url.split("?", 1)[0] ?? "";
    const bytes = method === "GET" ? packed.get(path) : undefined;
    if (!bytes || !/\bbr\b/.test(String(headers["accept-encoding"] ?? ""))) return false;
    response
      .writeHead(200, {
        "content-type": TYPES[extname(path)],
        "content-encoding": "br",
        "content-length": bytes.length,
        "cache-control": "public, max-age=31536000, immutable",
        vary: "accept-encoding",
      })
      .end(bytes);
    return true;
  };
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
