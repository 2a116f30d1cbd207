import { Problem } from "#lib/problem.ts";

/** `?limit=` (100; 1 to 1,000) and `?cursor=` of a list. Throws Problem `malformed` for anything else. */
export function listQuery(request: Request): { limit: number; cursor: string | null } {
  const query = new URL(request.url).searchParams;
  const limit = only(query, "limit") ?? "100";
  if (!/^\d{1,4}$/.test(limit) || Number(limit) < 1 || Number(limit) > 1000) {
    throw wrong("limit", "limit must be a whole number from 1 to 1000.");
  }
  return { limit: Number(limit), cursor: only(query, "cursor") };
}

function only(query: URLSearchParams, name: string): string | null {
  const values = query.getAll(name);
  if (values.length > 1) throw wrong(name, `${name} may be given once only.`);
  return values[0] || null;
}

const wrong = (path: string, message: string) => new Problem("malformed", "wrong_query", message, [{ path, message }]);
