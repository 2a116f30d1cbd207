import { apiRoute } from "#app/_doors/api-route.ts";
import { profileByKey } from "#lib/profiles/queries.ts";
import { countAsked } from "#lib/virtual/count-asked.ts";
import { countInput } from "#lib/virtual/input.ts";
import { readRulesBody } from "../../rules-body.ts";

/** `POST /api/v1/profiles/{key}/count`: how many match, without saving anything. */
export const POST = apiRoute<{ key: string }>("profiles.view", async (request, person, { key }) => {
  const profile = await profileByKey(person, key);
  const { rules } = await readRulesBody(request, countInput);
  const { count, of } = await countAsked(person, profile, rules);
  return Response.json({ count, of });
});
