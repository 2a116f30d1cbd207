import { z } from "zod";
import { apiRoute, readJson } from "#app/_doors/api-route.ts";
import { queryOf, wrongCursor } from "#app/_doors/query-of.ts";
import { pageQuery } from "#lib/api/page-query.ts";
import { createProfile } from "#lib/profiles/create-profile.ts";
import { profileJson, profilesJson } from "#lib/profiles/profile-json.ts";
import { listProfiles } from "#lib/profiles/queries.ts";
import { seal, unseal } from "#lib/staff/seal.ts";
import { createVirtualProfile } from "#lib/virtual/create-virtual-profile.ts";
import { newProfileInput } from "#lib/virtual/input.ts";

const CURSOR = "profiles";
const cursorShape = z.object({ name: z.string(), id: z.number() });

/** `GET /api/v1/profiles`, by name. */
export const GET = apiRoute("profiles.view", async (request, person) => {
  const { limit, cursor } = queryOf(request, pageQuery);
  const after = cursor === null ? undefined : cursorShape.safeParse(await unseal(cursor, CURSOR)).data;
  if (cursor !== null && after === undefined) throw wrongCursor();
  const found = await listProfiles(person, { limit: limit + 1, after });
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const next = found.length > limit && last ? await seal({ name: last.name, id: last.id }, CURSOR) : null;
  return Response.json({ items: await profilesJson(person, items), next });
});

/** `POST /api/v1/profiles` → 201 */
export const POST = apiRoute("profiles.edit", async (request, person) => {
  const input = await readJson(request, newProfileInput);
  const made =
    input.type === "virtual"
      ? await createVirtualProfile(person, { ...input, source: { key: input.source } })
      : await createProfile(person, input);
  return Response.json(await profileJson(person, made), {
    status: 201,
    headers: { location: `/api/v1/profiles/${made.key}` },
  });
});
