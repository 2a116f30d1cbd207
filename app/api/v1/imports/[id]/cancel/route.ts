import { apiRoute } from "#app/_doors/api-route.ts";
import { cancelImport } from "#lib/imports/cancel-import.ts";
import { importJson } from "#lib/imports/import-json.ts";
import { importById } from "#lib/imports/queries.ts";
import { idOf } from "#lib/text/id-of.ts";

/** `POST /api/v1/imports/{id}/cancel` */
export const POST = apiRoute<{ id: string }>("imports.run", async (_request, person, { id }) => {
  await cancelImport(person, idOf(id));
  return Response.json(importJson(await importById(person, idOf(id))), { status: 202 });
});
