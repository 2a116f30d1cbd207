import { cookies } from "next/headers";
import { environment } from "#lib/environment.ts";
import { SESSION_HOURS } from "#lib/staff/session.ts";

/** The session's token as the browser sent it. */
export async function sessionToken(): Promise<string | undefined> {
  return (await cookies()).get(look().name)?.value;
}

/** Only in an action or a route handler: a page that is being drawn cannot set cookies. */
export async function setSessionCookie(token: string): Promise<void> {
  const { name, secure } = look();
  (await cookies()).set(name, token, { ...ATTRIBUTES, secure, maxAge: SESSION_HOURS * 60 * 60 });
}

export async function clearSessionCookie(): Promise<void> {
  const { name, secure } = look();
  (await cookies()).set(name, "", { ...ATTRIBUTES, secure, maxAge: 0 });
}

/** What the first step of a sign-in has sealed for the second; it is of no use without a code. */
export async function setStepCookie(step: string): Promise<void> {
  const { name, secure } = look();
  (await cookies()).set(`${name}-step`, step, { ...ATTRIBUTES, secure, maxAge: STEP_MINUTES * 60 });
}

export async function stepCookie(): Promise<string | undefined> {
  return (await cookies()).get(`${look().name}-step`)?.value;
}

export async function clearStepCookie(): Promise<void> {
  const { name, secure } = look();
  (await cookies()).set(`${name}-step`, "", { ...ATTRIBUTES, secure, maxAge: 0 });
}

const STEP_MINUTES = 10;

const ATTRIBUTES = { httpOnly: true, sameSite: "lax", path: "/" } as const;

/** Whether browsers reach this installation over https, and are to send its cookies over nothing else. */
export const isSecure = (): boolean => environment().PUBLIC_URL?.startsWith("https:") ?? false;

/** `__Host-` lets no neighbour (another port, a subdomain, http) write the cookie; browsers take it over https only. */
function look(): { name: string; secure: boolean } {
  const secure = isSecure();
  return { name: secure ? "__Host-rollbook" : "rollbook", secure };
}
