import { apiRoute, readJson } from "#app/_doors/api-route.ts";
import { fieldInput } from "#lib/fields/field-input.ts";
import { addField } from "#lib/profiles/fields/add-field.ts";
import { fieldJson } from "#lib/profiles/profile-json.ts";
import { profileByKey } from "#lib/profiles/queries.ts";

/** `POST /api/v1/profiles/{key}/fields` → 201 */
export const POST = apiRoute<{ key: string }>("profiles.edit", async (request, person, { key }) => {
  const profile = await profileByKey(person, key);
  const made = await addField(person, profile.id, await readJson(request, fieldInput));
  return Response.json(fieldJson(made), { status: 201 });
});
