import { cache } from "react";
import type { Person } from "#lib/staff/permissions.ts";
import { personOfSession } from "#lib/staff/session.ts";
import { sessionToken } from "./session-cookie.ts";

/** Who is signed in, looked up once for each request; null for nobody. */
export const currentPerson = cache(async (): Promise<Person | null> => personOfSession(await sessionToken()));
