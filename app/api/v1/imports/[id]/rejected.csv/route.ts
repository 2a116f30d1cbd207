import { apiRoute } from "#app/_doors/api-route.ts";
import { csvResponse } from "#app/_doors/csv-response.ts";
import { importById } from "#lib/imports/queries.ts";
import { rejectedCsv } from "#lib/imports/rejected-csv.ts";
import { idOf } from "#lib/text/id-of.ts";

/** `GET /api/v1/imports/{id}/rejected.csv` */
export const GET = apiRoute<{ id: string }>("export", async (_request, person, { id }) => {
  const found = await importById(person, idOf(id));
  return csvResponse(`rejected-rows-of-import-${found.id}`, rejectedCsv(person, found));
});
