import type { Installation } from "./installation.ts";

/** Signs the administrator in through the form, as a browser without JavaScript does. Answers the Cookie header. */
export async function signIn({ address, administrator }: Installation): Promise<string> {
  const page = await (await fetch(`${address}/sign-in`)).text();
  const form = hiddenIn(page);
  form.set("email", administrator.email);
  form.set("password", administrator.password);
  const headers = { origin: address };
  const answer = await fetch(`${address}/sign-in`, { method: "POST", body: form, headers, redirect: "manual" });
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
  if (answer.status !== 303 || cookies.length === 0) throw new Error(`Nobody was signed in: ${answer.status}`);
  return cookies.join("; ");
}

/** What a form sends without being filled in. A server action's own parts are among it. */
export function hiddenIn(html: string): FormData {
  const form = new FormData();
  for (const [, name = "", value = ""] of html.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g)) {
    form.set(name, unescaped(value));
  }
  return form;
}

const unescaped = (text: string) =>
  text.replaceAll("&quot;", '"').replaceAll("&gt;", ">").replaceAll("&lt;", "<").replaceAll("&amp;", "&");
