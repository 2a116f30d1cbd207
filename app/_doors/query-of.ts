import type { z } from "zod";
import { Problem } from "#lib/problem.ts";

/** The checked query of an address. A name that comes twice, is unknown or has a wrong value: Problem `invalid` with the path. */
export function queryOf<Schema extends z.ZodType>(request: Request, schema: Schema): z.output<Schema> {
  const query = new URL(request.url).searchParams;
  const given: Record<string, string> = Object.create(null);
  for (const [name, value] of query) {
    if (name in given) throw wrong([{ path: name, message: `${name} may be given once only.` }]);
    given[name] = value;
  }
  const checked = schema.safeParse({ ...given });
  if (checked.success) return checked.data;
  throw wrong(checked.error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message })));
}

const wrong = (details: { path: string; message: string }[]) =>
  new Problem(
    "invalid",
    "wrong_query",
    details.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join(" "),
    details,
  );
