import {
  AuthorizationResponseError,
  authorizationCodeGrant,
  ClientError,
  fetchUserInfo,
  ResponseBodyError,
} from "openid-client";
import type { Visit } from "../session.ts";
import { goOn, type SignedIn } from "../sign-in.ts";
import { openStep } from "./begin.ts";
import { memberFor, type OidcIdentity } from "./member-for.ts";
import { oidcProvider } from "./provider.ts";
import { oidcRefused } from "./refusals.ts";

/**
 * The browser is back from the provider at `address`: a new session for whom the provider vouches for, if they were
 * invited, or a ticket where they have an authenticator app here: whoever turned that on is asked for it by either way in,
 * for what the provider asked is its own word. Throws Problem `too_late`, `refused` (the provider said no, or its answer does not hold), and those
 * of `memberFor`.
 */
export async function finishOidc(
  address: URL,
  sealedStep: string,
  visit: Visit,
): Promise<SignedIn & { next: string | null }> {
  const step = await openStep(sealedStep);
  if (!step) throw oidcRefused("too_late");
  const member = await memberFor(await identityOf(address, step), visit);
  return { ...(await goOn(member, { ...visit, via: "oidc" }, "identity provider")), next: step.next };
}

type Checks = { state: string; nonce: string; verifier: string };

async function identityOf(address: URL, { state, nonce, verifier }: Checks): Promise<OidcIdentity> {
  const provider = await oidcProvider();
  try {
    const tokens = await authorizationCodeGrant(provider, address, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw new Error("An ID token was expected.");
    // Some providers tell the email only when asked for it apart.
    const told = claims.email === undefined ? await fetchUserInfo(provider, tokens.access_token, claims.sub) : claims;
    return {
      subject: `${claims.iss} ${claims.sub}`,
      email: typeof told.email === "string" ? told.email : null,
      verified: told.email_verified === true,
    };
  } catch (error) {
    if (!isAnswer(error)) throw error;
    throw oidcRefused("refused");
  }
}

/** What the provider, or somebody in its place, answered; anything else is a defect of ours or of the line. */
const isAnswer = (error: unknown) =>
  error instanceof AuthorizationResponseError || error instanceof ResponseBodyError || error instanceof ClientError;
