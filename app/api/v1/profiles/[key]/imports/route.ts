import { apiRoute } from "#app/_doors/api-route.ts";
import { bodyBytes, bodyLength } from "#app/_doors/body-bytes.ts";
import { queryOf } from "#app/_doors/query-of.ts";
import { importJson } from "#lib/imports/import-json.ts";
import { importHeaders, importQuery } from "#lib/imports/input.ts";
import { importById } from "#lib/imports/queries.ts";
import { receiveOnce } from "#lib/imports/upload/receive-once.ts";
import { Problem } from "#lib/problem.ts";
import { profileByKey } from "#lib/profiles/queries.ts";

/** `POST /api/v1/profiles/{key}/imports`: the body is the file, streamed. */
export const POST = apiRoute<{ key: string }>("imports.run", async (request, person, { key }) => {
  const query = queryOf(request, importQuery);
  const profile = await profileByKey(person, key);
  const { action, reference, filename, delimiter, encoding, dateOrder, country, mapping } = query;
  const given = {
    profileId: profile.id,
    action,
    origin: "api" as const,
    reference,
    fileName: filename,
    options: {
      byHand: { delimiter, encoding },
      dateOrder,
      country,
      mapping,
      blankErases: query.blankErases,
      createFields: query.createFields,
      autoApply: query.apply,
      confirmLeave: query.confirmLeave,
    },
    idempotencyKey: idempotencyKeyOf(request),
  };
  const id = await receiveOnce(person, given, bodyBytes(request), bodyLength(request));
  const started = await importById(person, id);
  return Response.json(importJson(started), { status: 202, headers: { location: `/api/v1/imports/${id}` } });
});

function idempotencyKeyOf({ headers }: Request): string | undefined {
  const checked = importHeaders.safeParse({ "Idempotency-Key": headers.get("idempotency-key") ?? undefined });
  if (checked.success) return checked.data["Idempotency-Key"];
  throw new Problem(
    "malformed",
    "wrong_idempotency_key",
    checked.error.issues[0]?.message ?? "This Idempotency-Key does not fit.",
  );
}
