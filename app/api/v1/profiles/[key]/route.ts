import { apiRoute, readJson } from "#app/_doors/api-route.ts";
import { queryOf } from "#app/_doors/query-of.ts";
import { deleteProfile } from "#lib/profiles/delete-profile.ts";
import { editProfile } from "#lib/profiles/edit-profile.ts";
import { deleteQuery } from "#lib/profiles/input.ts";
import { profileJson } from "#lib/profiles/profile-json.ts";
import { profileByKey } from "#lib/profiles/queries.ts";
import { profileChange } from "#lib/virtual/input.ts";
import { changeVirtualProfile } from "#lib/virtual/save-rules.ts";
import { readRulesBody } from "../rules-body.ts";

type Params = { key: string };

/** `GET /api/v1/profiles/{key}` */
export const GET = apiRoute<Params>("profiles.view", async (_request, person, { key }) =>
  Response.json(await profileJson(person, await profileByKey(person, key))),
);

/** `PATCH /api/v1/profiles/{key}`: what is not named stays. */
export const PATCH = apiRoute<Params>("profiles.edit", async (request, person, { key }) => {
  const { id, type } = await profileByKey(person, key);
  const patch = await (type === "virtual" ? readRulesBody : readJson)(request, profileChange);
  const changed =
    patch.rules === undefined ? await editProfile(person, id, patch) : await changeVirtualProfile(person, id, patch);
  return Response.json(await profileJson(person, changed));
});

/** `DELETE /api/v1/profiles/{key}?confirm=NAME` → 204 */
export const DELETE = apiRoute<Params>("profiles.edit", async (request, person, { key }) => {
  const { id } = await profileByKey(person, key);
  const { confirm } = queryOf(request, deleteQuery);
  await deleteProfile(person, id, confirm);
  return new Response(null, { status: 204 });
});
