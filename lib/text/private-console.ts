import { describeDefect } from "./defect.ts";

/** All that a console prints of an error; `trace`, `dir` and `table` nobody calls here. */
const LEVELS = ["error", "warn", "info", "log", "debug"] as const;

/**
 * From now on an error that anything in this process prints is described as `logDefect` does: kind, codes, places.
 *
 * Next prints by itself what a page throws, and what nobody caught, whole: a failed query with its parameters, the
 * database's own words with the values that they quote. It prints through the console, so that is where it is held.
 */
export function keepValuesOut(console: Pick<Console, (typeof LEVELS)[number]>): void {
  for (const level of LEVELS) {
    const print = console[level].bind(console);
    console[level] = (...said: unknown[]) => print(...said.map(withoutValues));
  }
}

function withoutValues(said: unknown): unknown {
  if (typeof said !== "object" || said === null) return said;
  // The page that failed shows the digest; it is how whoever reads the log finds the line.
  const { digest } = said as { digest?: unknown };
  const defect = typeof digest === "string" ? digest : undefined;
  return JSON.stringify({ at: new Date().toISOString(), defect, error: describeDefect(said) });
}
