import { setStepCookie } from "./session-cookie.ts";

/** Keeps the ticket of somebody who has shown the first factor; answers the page for the second. `next`: a path of our own. */
export async function askForCode(ticket: string, next: string | null): Promise<string> {
  await setStepCookie(ticket);
  return next ? `/sign-in/code?next=${encodeURIComponent(next)}` : "/sign-in/code";
}
