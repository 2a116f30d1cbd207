import { apiRoute, readJson } from "#app/_doors/api-route.ts";
import { memberInput } from "#lib/contacts/contact-input.ts";
import { readKey } from "#lib/contacts/key-of.ts";
import { listMembers } from "#lib/contacts/list-members.ts";
import { memberJson } from "#lib/contacts/member-json.ts";
import { putMember } from "#lib/contacts/put-member.ts";
import { removeMember } from "#lib/contacts/remove-member.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { profileByKey } from "#lib/profiles/queries.ts";
import type { Person } from "#lib/staff/permissions.ts";

type Params = { key: string; contact: string };

/** `PUT /api/v1/profiles/{key}/contacts/{email or mobile}` → 201 when the contact is new to the profile, else 200. */
export const PUT = apiRoute<Params>("contacts.edit", async (request, person, { key, contact }) => {
  const { fields } = await readJson(request, memberInput);
  const profile = await profileByKey(person, key);
  const put = await putMember(person, profile, contact, fields);
  return Response.json(await answer(person, profile, put.key), { status: put.added ? 201 : 200 });
});

/** `DELETE /api/v1/profiles/{key}/contacts/{email or mobile}` → 204; the person stays in the repository. */
export const DELETE = apiRoute<Params>("contacts.edit", async (_request, person, { key, contact }) => {
  const profile = await profileByKey(person, key);
  await removeMember(person, profile.id, readKey(contact, profile.keyKind, profile.keyKind));
  return new Response(null, { status: 204 });
});

/** Null when somebody else removed the member in this very moment. */
async function answer(person: Person, profile: Profile, key: string) {
  const { items } = await listMembers(person, profile, { key, limit: 1 });
  return items[0] ? memberJson(items[0], profile) : null;
}
