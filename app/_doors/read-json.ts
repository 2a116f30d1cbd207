import type { z } from "zod";
import { Problem, type ProblemDetail } from "#lib/problem.ts";
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
  const text = textOf(await bodyOf(request));
  const value = parse(text);
  const deep = pathDeeperThan(MAX_DEPTH, value);
  if (deep !== null) throw invalid([{ path: deep, message: `Nest at most ${MAX_DEPTH} levels.` }]);
  // JSON has but this one way to write it.
  const nul = text.includes("\\u0000") ? pathOfNul(value) : null;
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

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw notJson();
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw notJson();
  }
}

const notJson = () => new Problem("malformed", "bad_json", "The body is not JSON in UTF-8.");

type Level = { value: object; name: string | number; parent: Level | null };

/** Where the value is nested deeper than that, else null. Without recursion: JSON.parse itself takes 200,000 levels. */
function pathDeeperThan(limit: number, value: unknown): string | null {
  let level = innerOf({ value: [value], name: "", parent: null });
  for (let depth = 0; level.length > 0; depth++) {
    if (depth >= limit) return pathOf(level[0] ?? null);
    level = level.flatMap(innerOf);
  }
  return null;
}

function innerOf(parent: Level): Level[] {
  const found: Level[] = [];
  const look = (value: unknown, name: string | number) => {
    if (typeof value === "object" && value !== null) found.push({ value, name, parent });
  };
  // A list of half a million must not be made into as many names.
  if (Array.isArray(parent.value)) parent.value.forEach(look);
  else for (const name of Object.keys(parent.value)) look((parent.value as Record<string, unknown>)[name], name);
  return found;
}

function pathOf(at: Level | null): string {
  const names: (string | number)[] = [];
  for (let step = at; step?.parent?.parent; step = step.parent) names.push(step.name);
  return names.reverse().join(".");
}

const invalid = (details: ProblemDetail[]) =>
  new Problem("invalid", "invalid", details[0]?.message ?? "The body does not fit.", details);
