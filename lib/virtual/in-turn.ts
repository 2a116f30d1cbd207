import { setTimeout as sleep } from "node:timers/promises";

const LONGEST_ALONE_MS = 500;
let last: Promise<unknown> = Promise.resolve();

/**
 * One question over a whole table after the other: the database reads a table with all its processors, so that two at once
 * both take twice as long, and each would hold a connection that pages need. A slow one does not keep the others waiting:
 * half a second later the next begins beside it. Who is no longer waiting (`signal`) is passed over.
 */
export function inTurn<T>(ask: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  const answer = last.then(() => {
    signal?.throwIfAborted();
    return ask();
  });
  const over = answer.catch(() => {}); // whoever asked hears of it
  last = last.then(() => Promise.race([over, sleep(LONGEST_ALONE_MS, undefined, { ref: false })]));
  return answer;
}
