import type { z } from "zod";
import { Problem } from "#lib/problem.ts";
import { pathOfNul } from "#lib/text/nul.ts";

const MAX_BYTES = 1024 * 1024;

/** Deeper than any input of the product; a schema that calls itself would fall over 10,000 levels. */
const MAX_DEPTH = 32;

/**
 * The body as JSON that fits `schema`. Throws Problem: `unsupported` (no JSON, or compressed), `too_large` (over 1 MiB),
 * `malformed` (not JSON), `invalid` with the paths of what does not fit.
 */
export async function readJson<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<z.output<Schema>> {
  assertJson(request.headers);
  const value = parse(await bodyOf(request));
  if (isDeeper(value, MAX_DEPTH)) throw invalid([{ path: "", message: `Nest at most ${MAX_DEPTH} levels.` }]);
  const nul = pathOfNul(value);
  if (nul !== null) throw invalid([{ path: nul, message: "Text cannot hold the character U+0000." }]);

  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw invalid(
    result.error.issues.slice(0, 100).map((issue) => ({ path: issue.path.join("."), message: issue.message })),
  );
}

function assertJson(headers: Headers): void {
  const type = (headers.get("content-type") ?? "").split(";", 1)[0]?.trim().toLowerCase();
  if (type !== "application/json") {
    throw new Problem("unsupported", "not_json", "Send JSON, with `Content-Type: application/json`.");
  }
  const encoding = headers.get("content-encoding") ?? "identity";
  if (encoding !== "identity") {
    throw new Problem("unsupported", "compressed", `Send the body uncompressed, not as ${encoding.slice(0, 20)}.`);
  }
}

async function bodyOf(request: Request): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of request.body ?? []) {
    bytes += piece.byteLength;
    if (bytes > MAX_BYTES) throw new Problem("too_large", "body_too_large", "The body may hold at most 1 MiB.");
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new Problem("malformed", "bad_json", "The body is not JSON in UTF-8.");
  }
}

/** Without recursion: JSON.parse itself takes 200,000 levels. */
function isDeeper(value: unknown, limit: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true;
    level = level.flatMap((inner) => (typeof inner === "object" && inner !== null ? Object.values(inner) : []));
  }
  return false;
}

const invalid = (details: Problem["details"]) =>
  new Problem("invalid", "invalid", details[0]?.message ?? "The body does not fit.", details);
