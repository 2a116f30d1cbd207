import { z } from "zod";
import { apiRoute } from "#app/_doors/api-route.ts";
import { profileByKey } from "#lib/profiles/queries.ts";
import { countAsked } from "#lib/virtual/count-asked.ts";
import { readRulesBody } from "../../rules-body.ts";

const body = z.strictObject({ rules: z.unknown().optional() });

/** `POST /api/v1/profiles/{key}/count`: how many match, without saving anything. */
export const POST = apiRoute<{ key: string }>("profiles.view", async (request, person, { key }) => {
  const profile = await profileByKey(person, key);
  const { rules } = await readRulesBody(request, body);
  const { count, of } = await countAsked(person, profile, rules);
  return Response.json({ count, of });
});
