/** What may be written of anything: ids, counts, and words of the product's own. Never what somebody typed. */
type Fact = string | number | boolean | null | undefined;

/** So much waits for a reader that is slow. */
const MOST_WAITING = 1024 * 1024;

let leftOut = 0;

/**
 * One line of JSON for one thing that happened, for programs that read logs; a person at a terminal reads sentences.
 * When nobody takes the lines away, they are left out and counted: the product goes on.
 */
export function logEvent(event: string, facts: Record<string, Fact>): void {
  if (process.stdout.isTTY) return;
  if (process.stdout.writableLength > MOST_WAITING) {
    leftOut++;
    return;
  }
  const line = { at: new Date().toISOString(), event, ...facts, linesLeftOut: leftOut || undefined };
  leftOut = 0;
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
