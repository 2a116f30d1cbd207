import { apiRoute, readJson } from "#app/_doors/api-route.ts";
import { changeField } from "#lib/profiles/fields/change-field.ts";
import { deleteField } from "#lib/profiles/fields/delete-field.ts";
import { fieldNamed } from "#lib/profiles/fields/find-field.ts";
import { fieldChange } from "#lib/profiles/input.ts";
import { fieldJson } from "#lib/profiles/profile-json.ts";
import { profileByKey } from "#lib/profiles/queries.ts";

type Params = { key: string; name: string };

/** `PATCH /api/v1/profiles/{key}/fields/{name}`: what is not named stays. All of it happens, or nothing. */
export const PATCH = apiRoute<Params>("profiles.edit", async (request, person, { key, name }) => {
  const profile = await profileByKey(person, key);
  const field = fieldNamed(profile, name);
  return Response.json(
    fieldJson(await changeField(person, profile.id, field.id, await readJson(request, fieldChange))),
  );
});

/** `DELETE /api/v1/profiles/{key}/fields/{name}` → 204 */
export const DELETE = apiRoute<Params>("profiles.edit", async (_request, person, { key, name }) => {
  const profile = await profileByKey(person, key);
  await deleteField(person, profile.id, fieldNamed(profile, name).id);
  return new Response(null, { status: 204 });
});
