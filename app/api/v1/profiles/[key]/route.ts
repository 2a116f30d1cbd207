import { apiRoute } from "#app/_doors/api-route.ts";
import { profileJson } from "#lib/profiles/profile-json.ts";
import { profileByKey, profileKeys } from "#lib/profiles/queries.ts";

/** `GET /api/v1/profiles/{key}` */
export const GET = apiRoute<{ key: string }>("profiles.view", async (_request, person, { key }) => {
  const found = await profileByKey(person, key);
  const sources = await profileKeys(found.sourceId === null ? [] : [found.sourceId]);
  return Response.json(profileJson(found, sources.get(found.sourceId ?? 0)));
});
