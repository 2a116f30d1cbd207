import { randomBytes } from "node:crypto";
import { presentRequest } from "#lib/operations/request.ts";

/**
 * Logs an error that nobody expected, and returns the short id that the person sees instead of it.
 *
 * What is logged must hold no personal data, and messages often do: the database's quote values, a parser's quote its
 * input. So the kind, the codes and the places in our code are kept, and the words only once cleaned.
 */
export function logDefect(where: string, error: unknown): string {
  const id = randomBytes(4).toString("hex");
  const [at, request] = [new Date().toISOString(), presentRequest()];
  console.error(JSON.stringify({ at, event: "defect", defect: id, request, where, error: describeDefect(error) }));
  return id;
}

type Described = { name: string; code?: string; message?: string; stack?: string[]; cause?: Described };

/** What may be written down of it. */
export function describeDefect(error: unknown, depth = 0): Described {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  return {
    name: error.name,
    code: typeof code === "string" ? code : undefined,
    message: clean(error.message),
    stack: framesOf(error),
    cause: cause === undefined || depth >= 3 ? undefined : describeDefect(cause, depth + 1),
  };
}

/** What stands behind the message: a line of a message may look like a place in the code. */
function framesOf({ stack = "", message }: Error): string[] {
  const at = stack.indexOf(message);
  const lines = at < 0 ? [] : stack.slice(at + message.length).split("\n");
  return lines
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim());
}

/**
 * Without what may be a value: a query's parameters, anything quoted, addresses, long numbers; and without the rest of
 * it from a quote on that does not close.
 */
export function clean(message: string): string {
  return message
    .split(/\bparams:/, 1)
    .join("")
    .slice(0, 2000)
    .replace(/=\(.*$/gm, "=(…)")
    .replace(/'[^'\n]{0,500}'|"[^"\n]{0,500}"|`[^`\n]{0,500}`/g, "…")
    .replace(/['"`].*$/s, "…")
    .replace(/\S+/g, (word) => (word.includes("@") ? "…" : word))
    .replace(/\d[\d ().-]{5,}/g, "…")
    .slice(0, 500);
}
