import { apiRoute } from "#app/_doors/api-route.ts";
import { Problem } from "#lib/problem.ts";

/** Every other address below /api/v1: a program is answered in JSON, never with a page. */
const nothingHere = apiRoute("profiles.view", async () => {
  throw new Problem("not_found", "no_such_call", "There is no such call. GET /api/v1/openapi.json lists all.");
});

export { nothingHere as DELETE, nothingHere as GET, nothingHere as PATCH, nothingHere as POST, nothingHere as PUT };
