import { openapi } from "#lib/api/openapi.ts";

/**
 * `GET /api/v1/openapi.json`, for everybody: it says nothing of this installation that the program's source does not,
 * and the tools that make clients of it send no key.
 */
export function GET(): Response {
  return Response.json(openapi());
}
