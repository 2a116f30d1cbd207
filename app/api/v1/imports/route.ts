import { apiRoute } from "#app/_doors/api-route.ts";
import { queryOf, wrongCursor } from "#app/_doors/query-of.ts";
import { importJson } from "#lib/imports/import-json.ts";
import { importListQuery } from "#lib/imports/input.ts";
import { listImports } from "#lib/imports/queries.ts";
import { profileByKey } from "#lib/profiles/queries.ts";
import { idOf } from "#lib/text/id-of.ts";

/** `GET /api/v1/imports`, the latest first; the cursor is the last import's id. */
export const GET = apiRoute("imports.view", async (request, person) => {
  const { limit, cursor, profile, status } = queryOf(request, importListQuery);
  if (cursor !== null && idOf(cursor) === 0) throw wrongCursor();
  const { items, more } = await listImports(person, {
    limit,
    before: cursor === null ? undefined : idOf(cursor),
    profileId: profile === undefined ? undefined : (await profileByKey(person, profile)).id,
    states: status === undefined ? undefined : [status],
  });
  return Response.json({ items: items.map(importJson), next: more ? String(items.at(-1)?.id) : null });
});
