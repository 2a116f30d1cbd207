import { headers } from "next/headers";
import { cache } from "react";
import type { Person } from "#lib/staff/permissions.ts";
import { personOfSession } from "#lib/staff/session.ts";
import { sessionToken } from "./session-cookie.ts";
import { placeOf } from "./visit.ts";

/** Who is signed in, and from where; looked up once for each request. Null for nobody. */
export const currentPerson = cache(async (): Promise<Person | null> => {
  const person = await personOfSession(await sessionToken());
  return person && { ...person, place: placeOf(await headers()) };
});
