import { csvResponse } from "#app/_doors/csv-response.ts";
import { staffHandler } from "#app/_doors/handler.ts";
import { auditCsv } from "#lib/audit/export-audit.ts";
import { filterOf, readAddress } from "../audit-address.ts";

export const GET = staffHandler("audit.view", async (request, person) => {
  const address = readAddress(Object.fromEntries(new URL(request.url).searchParams));
  return csvResponse("audit-trail", auditCsv(person, filterOf(address)));
});
