"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { beginSession } from "#app/_doors/begin-session.ts";
import { guestAction } from "#app/_doors/guest-action.ts";
import { visit } from "#app/_doors/visit.ts";
import { createFirstAdministrator } from "#lib/staff/first-administrator.ts";
import { newAdministratorInput } from "#lib/staff/input.ts";
import { enter } from "#lib/staff/sign-in.ts";

const setupInput = z.intersection(newAdministratorInput, z.object({ token: z.string() }));

export const makeFirstAdministrator = guestAction(setupInput, async ({ token, ...who }) => {
  const from = await visit();
  const administrator = await createFirstAdministrator(token, who, from.place);
  await beginSession(await enter(administrator, from, "set-up link"));
  redirect("/");
});
