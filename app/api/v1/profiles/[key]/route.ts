import { apiRoute, readJson } from "#app/_doors/api-route.ts";
import { queryOf } from "#app/_doors/query-of.ts";
import { deleteProfile } from "#lib/profiles/delete-profile.ts";
import { editProfile } from "#lib/profiles/edit-profile.ts";
import { deleteQuery, profilePatch } from "#lib/profiles/input.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { profileJson } from "#lib/profiles/profile-json.ts";
import { profileByKey, profileKeys } from "#lib/profiles/queries.ts";

type Params = { key: string };

/** `GET /api/v1/profiles/{key}` */
export const GET = apiRoute<Params>("profiles.view", async (_request, person, { key }) =>
  Response.json(await inJson(await profileByKey(person, key))),
);

/** `PATCH /api/v1/profiles/{key}`: what is not named stays. */
export const PATCH = apiRoute<Params>("profiles.edit", async (request, person, { key }) => {
  const { id } = await profileByKey(person, key);
  return Response.json(await inJson(await editProfile(person, id, await readJson(request, profilePatch))));
});

/** `DELETE /api/v1/profiles/{key}?confirm=NAME` → 204 */
export const DELETE = apiRoute<Params>("profiles.edit", async (request, person, { key }) => {
  const { id } = await profileByKey(person, key);
  const { confirm } = queryOf(request, deleteQuery);
  await deleteProfile(person, id, confirm);
  return new Response(null, { status: 204 });
});

async function inJson(profile: Profile) {
  const sources = await profileKeys(profile.sourceId === null ? [] : [profile.sourceId]);
  return profileJson(profile, sources.get(profile.sourceId ?? 0));
}
