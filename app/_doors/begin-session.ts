import { cookies } from "next/headers";
import { LOCALE_COOKIE } from "#components/words/locales.ts";
import { type Language, ownAccount } from "#lib/staff/own-account.ts";
import { personOfSession } from "#lib/staff/session.ts";
import { signOut } from "#lib/staff/sign-out.ts";
import { isSecure, sessionToken, setSessionCookie } from "./session-cookie.ts";
import { visit } from "./visit.ts";

/**
 * Whoever has just signed in is known from now on, and spoken to in the language of their account. The session that the
 * browser had until then ends.
 */
export async function beginSession(token: string): Promise<void> {
  await signOut(await sessionToken(), (await visit()).place);
  await setSessionCookie(token);
  const person = await personOfSession(token);
  if (person) await speak((await ownAccount(person)).language);
}

/** In this language from the next page on; null: in the browser's. */
export async function speak(language: Language | null): Promise<void> {
  const jar = await cookies();
  const maxAge = language === null ? 0 : YEAR;
  jar.set(LOCALE_COOKIE, language ?? "", { path: "/", sameSite: "lax", httpOnly: true, secure: isSecure(), maxAge });
}

const YEAR = 365 * 24 * 60 * 60;
