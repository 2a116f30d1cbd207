"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { speak } from "#app/_doors/begin-session.ts";
import { EMPTY_FORM } from "#app/_doors/form-state.ts";
import { sessionToken, setSessionCookie } from "#app/_doors/session-cookie.ts";
import { staffAction } from "#app/_doors/staff-action.ts";
import { visit } from "#app/_doors/visit.ts";
import { changePasswordInput, staffName } from "#lib/staff/input.ts";
import { changeOwnPassword, editOwnAccount, LANGUAGES } from "#lib/staff/own-account.ts";
import { endOtherSessions, endOwnSession } from "#lib/staff/sessions.ts";

const account = z.object({
  name: staffName,
  language: z.union([z.literal("").transform(() => null), z.enum(LANGUAGES)], "Choose one of the list."),
});

export const saveAccount = staffAction("account.own", account, async (person, input) => {
  await editOwnAccount(person, input);
  await speak(input.language);
  redirect("/account?done=saved");
});

export const changePassword = staffAction("account.own", changePasswordInput, async (person, input) => {
  await setSessionCookie(await changeOwnPassword(person, input, await visit()));
  redirect("/account?done=password");
});

const ending = staffAction("account.own", z.object({ session: z.string().max(100) }), async (person, { session }) => {
  await endOwnSession(person, session);
  redirect("/account?done=ended");
});

const endingOthers = staffAction("account.own", z.object({}), async (person) => {
  await endOtherSessions(person, await sessionToken());
  redirect("/account?done=ended");
});

/** Of plain forms that have nothing to say: what could not be done (it has ended already) is seen on the page. */
export async function endSession(form: FormData): Promise<void> {
  await ending(EMPTY_FORM, form);
}

export async function endOthers(form: FormData): Promise<void> {
  await endingOthers(EMPTY_FORM, form);
}
