import { csvResponse } from "#app/_doors/csv-response.ts";
import { staffHandler } from "#app/_doors/handler.ts";
import { queryOf } from "#app/_doors/query-of.ts";
import { exportProfile } from "#lib/profiles/export-profile.ts";
import { exportQuery } from "#lib/profiles/input.ts";
import { profileById } from "#lib/profiles/queries.ts";
import { idOf } from "#lib/text/id-of.ts";

/** The profile as a file to save; `?status=&search=` for a part of it. */
export const GET = staffHandler<{ id: string }>("export", async (request, person, { id }) => {
  const filter = queryOf(request, exportQuery);
  const profile = await profileById(person, idOf(id));
  return csvResponse(`profile-${profile.id}`, exportProfile(person, profile, filter));
});
