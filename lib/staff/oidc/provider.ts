import { allowInsecureRequests, type Configuration, discovery } from "openid-client";
import { environment } from "#lib/environment.ts";

/*
 * The second way in: the organisation's identity provider, by OpenID Connect with the `openid-client` library (certified,
 * and the one that next-auth is built on). next-auth's own route is not used: it would bring endpoints that anybody can
 * call, a second session cookie, and an address taken from another environment variable, to do these same two steps.
 */

/** What people call the identity provider; null where none is set. */
export function oidcName(): string | null {
  const { OIDC_ISSUER, OIDC_NAME } = environment();
  return OIDC_ISSUER === undefined ? null : OIDC_NAME;
}

let known: Promise<Configuration> | undefined;

/** The provider as it describes itself; asked once, and again after a failure. Throws where none is set. */
export function oidcProvider(): Promise<Configuration> {
  known ??= discover().catch((error) => {
    known = undefined;
    throw error;
  });
  return known;
}

async function discover(): Promise<Configuration> {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = environment();
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID) throw new Error("No identity provider is set.");
  const issuer = new URL(OIDC_ISSUER);
  return discovery(issuer, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, undefined, {
    timeout: TIMEOUT_SECONDS,
    // environment() lets http pass on this machine alone.
    execute: issuer.protocol === "http:" ? [allowInsecureRequests] : [],
  });
}

const TIMEOUT_SECONDS = 10;
