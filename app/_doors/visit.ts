import { headers } from "next/headers";
import { deviceOf } from "#lib/staff/device.ts";
import type { Visit } from "#lib/staff/session.ts";

/** Where this request comes from. One address: the server around Next leaves no more in the header (lib/http/request-headers.ts). */
export async function visit(): Promise<Visit> {
  const given = await headers();
  return { place: placeOf(given), device: deviceOf(given.get("user-agent") ?? "") };
}

export const placeOf = (given: Pick<Headers, "get">): string => given.get("x-forwarded-for") ?? "";
