import type { z } from "zod";
import { Problem, type ProblemDetail } from "#lib/problem.ts";

/**
 * The checked query of an address. A name that comes twice or means nothing here, and a page that is none, is Problem
 * `malformed`: nobody can tell what was meant. Any other wrong value is Problem `invalid`.
 */
export function queryOf<Schema extends z.ZodType>(request: Request, schema: Schema): z.output<Schema> {
  const query = new URL(request.url).searchParams;
  const given: Record<string, string> = Object.create(null);
  for (const [name, value] of query) {
    if (name in given) throw wrong("malformed", [{ path: name, message: `${name} may be given once only.` }]);
    given[name] = value;
  }
  const checked = schema.safeParse({ ...given });
  if (checked.success) return checked.data;
  const { issues } = checked.error;
  const unclear = issues.filter((issue) => issue.code === "unrecognized_keys" || issue.path[0] === "limit");
  if (unclear.length > 0) throw wrong("malformed", unclear.flatMap(detailsOf));
  throw wrong("invalid", issues.flatMap(detailsOf));
}

export const wrongCursor = () =>
  new Problem("malformed", "wrong_cursor", "This cursor is none of ours. Begin without one.");

function detailsOf(issue: z.core.$ZodIssue): ProblemDetail[] {
  if (issue.code !== "unrecognized_keys") return [{ path: issue.path.join("."), message: issue.message }];
  return issue.keys.slice(0, 20).map((key) => ({ path: key, message: "This call knows no such word." }));
}

function wrong(kind: "malformed" | "invalid", details: ProblemDetail[]): Problem {
  const sentences = details.map(({ path, message }) => (path ? `${path}: ${message}` : message));
  return new Problem(kind, "wrong_query", sentences.join(" "), details);
}
