import { cookies } from "next/headers";
import { LOCALE_COOKIE } from "#components/words/locales.ts";
import { type Language, ownAccount } from "#lib/staff/own-account.ts";
import { personOfSession } from "#lib/staff/session.ts";
import { setSessionCookie } from "./session-cookie.ts";

/** Whoever has just signed in is known from now on, and spoken to in the language of their account. */
export async function beginSession(token: string): Promise<void> {
  await setSessionCookie(token);
  const person = await personOfSession(token);
  if (person) await speak((await ownAccount(person)).language);
}

/** In this language from the next page on; null: in the browser's. */
export async function speak(language: Language | null): Promise<void> {
  const jar = await cookies();
  if (language === null) jar.delete(LOCALE_COOKIE);
  else jar.set(LOCALE_COOKIE, language, { path: "/", sameSite: "lax", httpOnly: true, maxAge: YEAR });
}

const YEAR = 365 * 24 * 60 * 60;
