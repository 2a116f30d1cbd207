import { askForCode } from "#app/_doors/ask-for-code.ts";
import { beginSession } from "#app/_doors/begin-session.ts";
import { ownAddress } from "#app/_doors/own-address.ts";
import { clearStepCookie, stepCookie } from "#app/_doors/session-cookie.ts";
import { visit } from "#app/_doors/visit.ts";
import { Problem } from "#lib/problem.ts";
import { finishOidc } from "#lib/staff/oidc/finish.ts";
import { oidcName } from "#lib/staff/oidc/provider.ts";
import { logDefect } from "#lib/text/defect.ts";
import { seeOther } from "../see-other.ts";

/** Where the identity provider sends the browser back to. That it asked for this, the sealed cookie tells. */
export async function GET(request: Request): Promise<Response> {
  if (oidcName() === null) return seeOther("/sign-in");
  const sealed = await stepCookie();
  await clearStepCookie();
  try {
    const address = new URL(`${await ownAddress()}/sign-in/oidc/callback${new URL(request.url).search}`);
    const { next, ...done } = await finishOidc(address, sealed ?? "", await visit());
    if ("ticket" in done) return seeOther(await askForCode(done.ticket, next));
    await beginSession(done.session);
    return seeOther(next ?? "/");
  } catch (error) {
    if (!(error instanceof Problem)) logDefect("identity provider", error);
    return seeOther(`/sign-in?refused=${error instanceof Problem ? error.code : "provider"}`);
  }
}
