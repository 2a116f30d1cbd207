import { nobody, recordOften } from "#lib/audit/record.ts";
import { Problem } from "#lib/problem.ts";
import { personOfKey } from "#lib/staff/api-keys.ts";
import { authorize, type Permission, type Person } from "#lib/staff/permissions.ts";
import { noteDenials } from "./note-denials.ts";
import { failureJson, failureOf } from "./problem-response.ts";
import { assertReadableAddress } from "./readable-address.ts";
import { placeOf } from "./visit.ts";

export { readJson } from "./read-json.ts";

/**
 * A route handler of /api/v1: key → allowed → `handler`. What it throws is answered as `{"error":{…}}` with its status.
 * `Params` are the address's, decoded: `apiRoute<{ key: string }>("profiles.view", …)`.
 */
export function apiRoute<Params extends object = Record<never, never>>(
  permission: Permission,
  handler: (request: Request, person: Person, params: Params) => Promise<Response>,
): (request: Request, context: { params: Promise<Params> }) => Promise<Response> {
  return async (request, { params }) => {
    try {
      const person = await personOf(request);
      return await noteDenials(person, async () => {
        authorize(person, permission);
        const decoded = await params;
        assertReadableAddress(request, decoded);
        return handler(request, person, decoded);
      });
    } catch (error) {
      return failureJson(failureOf(error, "api"));
    }
  };
}

async function personOf(request: Request): Promise<Person> {
  const [, key] = /^Bearer +(\S{1,200})$/i.exec(request.headers.get("authorization") ?? "") ?? [];
  const person = key === undefined ? null : await personOfKey(key);
  const place = placeOf(request.headers);
  if (person) return { ...person, place };
  if (key !== undefined) await recordOften(nobody(place), "key-refused", {});
  throw new Problem(
    "unauthenticated",
    "no_valid_key",
    "Send a valid API key as `Authorization: Bearer KEY`. An administrator makes keys.",
  );
}
