import { ownAddress } from "#app/_doors/own-address.ts";
import { setStepCookie } from "#app/_doors/session-cookie.ts";
import { sameOriginPath } from "#lib/http/same-origin-path.ts";
import { beginOidc } from "#lib/staff/oidc/begin.ts";
import { oidcName } from "#lib/staff/oidc/provider.ts";
import { logDefect } from "#lib/text/defect.ts";
import { seeOther } from "./see-other.ts";

/**
 * Leads to the identity provider. A link and no form: it changes nothing here, and a page's policy lets no form lead
 * elsewhere.
 */
export async function GET(request: Request): Promise<Response> {
  if (oidcName() === null) return seeOther("/sign-in");
  const next = sameOriginPath(new URL(request.url).searchParams.get("next"));
  try {
    const { address, step } = await beginOidc(`${await ownAddress()}/sign-in/oidc/callback`, next);
    await setStepCookie(step);
    return seeOther(address);
  } catch (error) {
    logDefect("identity provider", error);
    return seeOther("/sign-in?refused=provider");
  }
}
