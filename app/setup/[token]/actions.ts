"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { guestAction } from "#app/_doors/guest-action.ts";
import { setSessionCookie } from "#app/_doors/session-cookie.ts";
import { createFirstAdministrator } from "#lib/staff/first-administrator.ts";
import { newAdministratorInput } from "#lib/staff/input.ts";
import { startSession } from "#lib/staff/session.ts";

const setupInput = z.intersection(newAdministratorInput, z.object({ token: z.string() }));

export const makeFirstAdministrator = guestAction(setupInput, async ({ token, ...who }) => {
  const administrator = await createFirstAdministrator(token, who);
  await setSessionCookie(await startSession(administrator));
  redirect("/");
});
