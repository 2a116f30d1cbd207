import { apiRoute } from "#app/_doors/api-route.ts";
import { importJson } from "#lib/imports/import-json.ts";
import { importById } from "#lib/imports/queries.ts";
import { requestApply } from "#lib/imports/request-apply.ts";
import { idOf } from "#lib/text/id-of.ts";

/** `POST /api/v1/imports/{id}/apply` */
export const POST = apiRoute<{ id: string }>("imports.run", async (_request, person, { id }) => {
  await requestApply(person, idOf(id), null);
  return Response.json(importJson(await importById(person, idOf(id))), { status: 202 });
});
