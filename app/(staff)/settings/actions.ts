"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { staffAction } from "#app/_doors/staff-action.ts";
import { requireTwoFactor } from "#lib/staff/settings.ts";

const input = z.object({ requireTwoFactor: z.literal("yes").optional() });

export const saveSettings = staffAction("settings.manage", input, async (person, { requireTwoFactor: tick }) => {
  await requireTwoFactor(person, tick === "yes");
  redirect("/settings?done=saved");
});
