"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { guestAction } from "#app/_doors/guest-action.ts";
import { setSessionCookie } from "#app/_doors/session-cookie.ts";
import { sameOriginPath } from "#lib/http/same-origin-path.ts";
import { signInInput } from "#lib/staff/input.ts";
import { signIn } from "#lib/staff/sign-in.ts";

export const signInWithPassword = guestAction(signInInput, async ({ email, password, next }) => {
  // One address: the server around Next leaves no more in this header (lib/http/request-headers.ts).
  const place = (await headers()).get("x-forwarded-for") ?? "";
  await setSessionCookie(await signIn({ email, password, place }));
  redirect(sameOriginPath(next) ?? "/");
});
