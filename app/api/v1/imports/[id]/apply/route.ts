import { apiRoute } from "#app/_doors/api-route.ts";
import { queryOf } from "#app/_doors/query-of.ts";
import { importJson } from "#lib/imports/import-json.ts";
import { applyQuery } from "#lib/imports/input.ts";
import { importById } from "#lib/imports/queries.ts";
import { requestApply } from "#lib/imports/request-apply.ts";
import { idOf } from "#lib/text/id-of.ts";

/** `POST /api/v1/imports/{id}/apply?confirmLeave=` */
export const POST = apiRoute<{ id: string }>("imports.run", async (request, person, { id }) => {
  const { confirmLeave } = queryOf(request, applyQuery);
  await requestApply(person, idOf(id), confirmLeave ? "any" : null);
  return Response.json(importJson(await importById(person, idOf(id))), { status: 202 });
});
