import { apiRoute, listQuery } from "#app/_doors/api-route.ts";
import { queryOf } from "#app/_doors/query-of.ts";
import { memberCursor, memberQuery } from "#lib/contacts/contact-input.ts";
import { keyOf } from "#lib/contacts/key-of.ts";
import { listMembers } from "#lib/contacts/list-members.ts";
import { memberJson } from "#lib/contacts/member-json.ts";
import { brokenRules } from "#lib/contacts/rule-faults.ts";
import { Problem } from "#lib/problem.ts";
import { profileByKey } from "#lib/profiles/queries.ts";
import { seal, unseal } from "#lib/staff/seal.ts";

/** `GET /api/v1/profiles/{key}/contacts`; `notice` says that a Virtual profile's rules are broken. */
export const GET = apiRoute<{ key: string }>("contacts.view", async (request, person, { key }) => {
  const { limit, cursor } = listQuery(request);
  const { email, mobile, search, status } = queryOf(request, memberQuery);
  const profile = await profileByKey(person, key);
  const purpose = `members of ${profile.id}`;
  const after = cursor === null ? undefined : memberCursor.safeParse(await unseal(cursor, purpose)).data;
  if (cursor !== null && after === undefined) {
    throw new Problem("malformed", "wrong_cursor", "This cursor is none of ours. Begin without one.");
  }
  const asked = profile.keyKind === "email" ? email : mobile;
  const whole = asked === undefined ? undefined : (keyOf(asked, profile.keyKind) ?? "");
  const { items, next } = await listMembers(person, profile, { search, status, key: whole, after, limit });
  const [fault] = await brokenRules(profile);
  return Response.json({
    items: items.map((member) => memberJson(member, profile)),
    next: next === null ? null : await seal(next, purpose),
    ...(fault ? { notice: `The rules of this profile are broken, so nobody is in it: ${fault.message}` } : {}),
  });
});
