import { failureJson, failureOf } from "#app/_doors/problem-response.ts";
import { clearSessionCookie, sessionToken } from "#app/_doors/session-cookie.ts";
import { placeOf } from "#app/_doors/visit.ts";
import { assertSameOrigin } from "#lib/http/same-origin.ts";
import { signOut } from "#lib/staff/sign-out.ts";

/** Sent by a plain form in the account menu. Also for a session that is over already: then the cookie goes. */
export async function POST(request: Request): Promise<Response> {
  try {
    assertSameOrigin(request.headers);
    await signOut(await sessionToken(), placeOf(request.headers));
    await clearSessionCookie();
    // Pages are kept nowhere anyway; this also empties what the browser holds ready for going back.
    return new Response(null, { status: 303, headers: { location: "/sign-in", "clear-site-data": '"cache"' } });
  } catch (error) {
    return failureJson(failureOf(error, "sign-out"));
  }
}
