import { setTimeout as sleep } from "node:timers/promises";

/** What is soon there is worth waiting for: the page then holds it without a script. */
const WORTH_WAITING_MS = 60;

/** What was asked for, when it is there in a moment, or waited for to its end; else null, and the page shows it later. */
export async function inAMoment<T>(
  asked: Promise<T>,
  toItsEnd: boolean,
  longestMs = WORTH_WAITING_MS,
): Promise<T | null> {
  if (toItsEnd) return asked;
  // Whoever shows it later hears of a failure; here nobody may be listening any more.
  asked.catch(() => {});
  return Promise.race([asked, sleep(longestMs, null, { ref: false })]);
}
