import { apiRoute } from "#app/_doors/api-route.ts";
import { importJson } from "#lib/imports/import-json.ts";
import { importById } from "#lib/imports/queries.ts";
import { idOf } from "#lib/text/id-of.ts";

/** `GET /api/v1/imports/{id}` */
export const GET = apiRoute<{ id: string }>("imports.view", async (_request, person, { id }) =>
  Response.json(importJson(await importById(person, idOf(id)))),
);
