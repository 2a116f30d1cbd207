import {
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from "openid-client";
import { seal, unseal } from "../seal.ts";
import { oidcProvider } from "./provider.ts";

const PURPOSE = "identity provider";
const MINUTES = 10;

/** What ties the provider's answer to the browser that asked; it waits, sealed, in a cookie of that browser. */
export type OidcStep = { state: string; nonce: string; verifier: string; next: string | null; until: number };

/** Where to send the browser, and what to keep in its cookie. `back`: our address that the provider sends it to. */
export async function beginOidc(back: string, next: string | null): Promise<{ address: string; step: string }> {
  const provider = await oidcProvider();
  const step: OidcStep = {
    ...{ state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() },
    ...{ next, until: Date.now() + MINUTES * 60_000 },
  };
  const address = buildAuthorizationUrl(provider, {
    redirect_uri: back,
    scope: "openid email profile",
    code_challenge: await calculatePKCECodeChallenge(step.verifier),
    code_challenge_method: "S256",
    state: step.state,
    nonce: step.nonce,
  });
  return { address: address.href, step: await seal(step, PURPOSE) };
}

/** Null for one that is too old, or that another hand has written. */
export async function openStep(sealed: string, now = Date.now()): Promise<OidcStep | null> {
  const step = (await unseal(sealed, PURPOSE)) as OidcStep | null;
  return step !== null && now < step.until ? step : null;
}
