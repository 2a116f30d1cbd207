import { headers } from "next/headers";
import { environment } from "#lib/environment.ts";

/** By which people reach this installation, such as https://contacts.example.com: as it is set, else as this request came. */
export async function ownAddress(): Promise<string> {
  const { PUBLIC_URL, TRUST_PROXY } = environment();
  if (PUBLIC_URL) return PUBLIC_URL;
  const given = await headers();
  const forwarded = TRUST_PROXY ? given.get("x-forwarded-host") : null;
  const scheme = (TRUST_PROXY && given.get("x-forwarded-proto")) === "https" ? "https" : "http";
  return `${scheme}://${forwarded ?? given.get("host") ?? "localhost"}`;
}
