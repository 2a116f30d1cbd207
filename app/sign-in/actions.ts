"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { askForCode } from "#app/_doors/ask-for-code.ts";
import { beginSession } from "#app/_doors/begin-session.ts";
import { guestAction } from "#app/_doors/guest-action.ts";
import { clearStepCookie, stepCookie } from "#app/_doors/session-cookie.ts";
import { visit } from "#app/_doors/visit.ts";
import { sameOriginPath } from "#lib/http/same-origin-path.ts";
import { Problem } from "#lib/problem.ts";
import { signInInput } from "#lib/staff/input.ts";
import { signIn, signInWithCode } from "#lib/staff/sign-in.ts";

export const signInWithPassword = guestAction(signInInput, async ({ next, ...given }) => {
  const done = await signIn(given, await visit());
  const goOn = sameOriginPath(next);
  if ("ticket" in done) redirect(await askForCode(done.ticket, goOn));
  await beginSession(done.session);
  redirect(goOn ?? "/");
});

const codeInput = z.object({
  code: z.string().trim().min(1, "Type the code.").max(100, "A code is shorter than that."),
  next: z.string().optional(),
});

export const sendCode = guestAction(codeInput, async ({ code, next }) => {
  try {
    await beginSession(await signInWithCode((await stepCookie()) ?? "", code, await visit()));
  } catch (error) {
    if (error instanceof Problem && error.code === "ticket_is_void") redirect("/sign-in?again=1");
    throw error;
  }
  await clearStepCookie();
  redirect(sameOriginPath(next) ?? "/");
});
