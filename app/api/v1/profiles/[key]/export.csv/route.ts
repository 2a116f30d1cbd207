import { apiRoute } from "#app/_doors/api-route.ts";
import { csvResponse } from "#app/_doors/csv-response.ts";
import { queryOf } from "#app/_doors/query-of.ts";
import { exportProfile } from "#lib/profiles/export-profile.ts";
import { exportQuery } from "#lib/profiles/input.ts";
import { profileByKey } from "#lib/profiles/queries.ts";

/** `GET /api/v1/profiles/{key}/export.csv?status=&search=` */
export const GET = apiRoute<{ key: string }>("export", async (request, person, { key }) => {
  const filter = queryOf(request, exportQuery);
  const profile = await profileByKey(person, key);
  return csvResponse(`profile-${profile.id}`, exportProfile(person, profile, filter));
});
