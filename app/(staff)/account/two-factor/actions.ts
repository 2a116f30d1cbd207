"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { sessionToken } from "#app/_doors/session-cookie.ts";
import { staffAction } from "#app/_doors/staff-action.ts";
import {
  beginTwoFactor,
  confirmTwoFactor,
  renewRecoveryCodes,
  turnOffTwoFactor,
} from "#lib/staff/two-factor/set-up.ts";

const withPassword = z.object({ password: z.string().min(1, "Enter your present password.") });

export const beginSetUp = staffAction("account.own", withPassword, async (person, { password }) => {
  await beginTwoFactor(person, password);
  redirect("/account/two-factor");
});

const withCode = z.object({ code: z.string().trim().min(1, "Type the code.").max(100, "A code has six digits.") });

export const confirmCode = staffAction("account.own", withCode, async (person, { code }) => ({
  data: await confirmTwoFactor(person, code, await sessionToken()),
}));

export const renewCodes = staffAction("account.own", withPassword, async (person, { password }) => ({
  data: await renewRecoveryCodes(person, password),
}));

export const turnOff = staffAction("account.own", withPassword, async (person, { password }) => {
  await turnOffTwoFactor(person, password);
  redirect("/account?done=off");
});
