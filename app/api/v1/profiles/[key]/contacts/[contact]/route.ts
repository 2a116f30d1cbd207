import { apiRoute, readJson } from "#app/_doors/api-route.ts";
import { putInput } from "#lib/contacts/contact-input.ts";
import { keyOf } from "#lib/contacts/key-of.ts";
import { listMembers } from "#lib/contacts/list-members.ts";
import { memberJson } from "#lib/contacts/member-json.ts";
import { putMember } from "#lib/contacts/put-member.ts";
import { removeMember } from "#lib/contacts/remove-member.ts";
import { memberNotFound } from "#lib/contacts/update-member.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { profileByKey } from "#lib/profiles/queries.ts";
import type { Person } from "#lib/staff/permissions.ts";

type Params = { key: string; contact: string };

/** `GET /api/v1/profiles/{key}/contacts/{email or mobile}` */
export const GET = apiRoute<Params>("contacts.view", async (_request, person, { key, contact }) => {
  const profile = await profileByKey(person, key);
  return Response.json(await oneMember(person, profile, keyIn(profile, contact)));
});

/** `PUT /api/v1/profiles/{key}/contacts/{email or mobile}` → 201 for one who is new to the profile, else 200 */
export const PUT = apiRoute<Params>("contacts.edit", async (request, person, { key, contact }) => {
  const { fields } = await readJson(request, putInput);
  const profile = await profileByKey(person, key);
  const put = await putMember(person, profile, contact, fields);
  return Response.json(await oneMember(person, profile, put.key), { status: put.added ? 201 : 200 });
});

/** `DELETE /api/v1/profiles/{key}/contacts/{email or mobile}`: the person stays in the repository. */
export const DELETE = apiRoute<Params>("contacts.edit", async (_request, person, { key, contact }) => {
  const profile = await profileByKey(person, key);
  await removeMember(person, profile.id, keyIn(profile, contact));
  return new Response(null, { status: 204 });
});

function keyIn({ keyKind, name }: Profile, written: string): string {
  const key = keyOf(written, keyKind);
  if (key === null) throw memberNotFound(name);
  return key;
}

async function oneMember(person: Person, profile: Profile, key: string) {
  const { items } = await listMembers(person, profile, { key, limit: 1 });
  const [member] = items;
  if (!member) throw memberNotFound(profile.name);
  return memberJson(member, profile);
}
