import { apiRoute } from "#app/_doors/api-route.ts";
import { queryOf, wrongCursor } from "#app/_doors/query-of.ts";
import { memberCursor, memberQuery } from "#lib/contacts/contact-input.ts";
import { keyOf } from "#lib/contacts/key-of.ts";
import { listMembersEarly } from "#lib/contacts/list-members.ts";
import { memberJson } from "#lib/contacts/member-json.ts";
import { brokenRules } from "#lib/contacts/rule-faults.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { profileByKey } from "#lib/profiles/queries.ts";
import { seal, unseal } from "#lib/staff/seal.ts";

/** `GET /api/v1/profiles/{key}/contacts`; `notice` says that a Virtual profile's rules are broken. */
export const GET = apiRoute<{ key: string }>("contacts.view", async (request, person, params) => {
  const { limit, cursor, email, mobile, search, status } = queryOf(request, memberQuery);
  const profile = await profileByKey(person, params.key);
  const purpose = `members of ${profile.id}`;
  const after = cursor === null ? undefined : memberCursor.safeParse(await unseal(cursor, purpose)).data;
  if (cursor !== null && after === undefined) throw wrongCursor();
  const key = keyAsked(profile, { email, mobile });
  const { items, next } = await listMembersEarly(person, profile, { search, status, key, after, limit });
  const [fault] = await brokenRules(profile);
  return Response.json({
    items: items.map((member) => memberJson(member, profile)),
    next: next === null ? null : await seal(next, purpose),
    ...(fault ? { notice: `The rules of this profile are broken, so nobody is in it: ${fault.message}` } : {}),
  });
});

/** The key of whom the query names; "", which nobody has, for what no member of this profile can have. */
function keyAsked({ keyKind }: Profile, asked: { email?: string; mobile?: string }): string | undefined {
  const { [keyKind]: own, ...others } = asked;
  if (Object.values(others).some((other) => other !== undefined)) return "";
  return own === undefined ? undefined : (keyOf(own, keyKind) ?? "");
}
