import { Problem } from "#lib/problem.ts";

/** Why somebody who came by way of the identity provider is not let in; the page of the sign-in says it by its code. */
export const OIDC_REFUSALS = {
  provider: "The identity provider cannot be reached. Try again, or sign in with your password.",
  refused: "The identity provider did not let you in. Try again.",
  too_late: "That took too long. Try again.",
  not_invited: "Nobody has invited you to Rollbook under this email. Ask an administrator.",
  email_not_verified: "Your organisation has not verified your email. Ask there, then try again.",
  disabled: "Your account here is disabled. An administrator can enable it.",
} as const;

export type OidcRefusal = keyof typeof OIDC_REFUSALS;

export const oidcRefused = (code: OidcRefusal): Problem => new Problem("unauthenticated", code, OIDC_REFUSALS[code]);
