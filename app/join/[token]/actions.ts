"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { guestAction } from "#app/_doors/guest-action.ts";
import { visit } from "#app/_doors/visit.ts";
import { newPasswordInput } from "#lib/staff/input.ts";
import { setPasswordByLink } from "#lib/staff/use-link.ts";

const joinInput = z.intersection(newPasswordInput, z.object({ token: z.string().max(200) }));

export const setPassword = guestAction(joinInput, async ({ token, ...chosen }) => {
  await setPasswordByLink(token, chosen, (await visit()).place);
  redirect("/sign-in?set=1");
});
