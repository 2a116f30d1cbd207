/**
 * Whether an error may pass by itself: the connection broke, the server restarts or has no room for another connection,
 * or two transactions stood in each other's way. Anything else would happen again.
 */
export function isTransient(error: unknown): boolean {
  const { code, message } = codeAndMessage(error);
  return CODES.has(code) || code.startsWith("08") || /Connection terminated|connection timeout/i.test(message);
}

/** Drizzle wraps the driver's error and keeps it as the cause. */
function codeAndMessage(error: unknown): { code: string; message: string } {
  const at = error as { code?: unknown; message?: unknown; cause?: unknown } | null;
  if (typeof at?.code === "string") return { code: at.code, message: String(at.message) };
  if (at?.cause) return codeAndMessage(at.cause);
  return { code: "", message: String(at?.message ?? "") };
}

const CODES = new Set([
  "40001", // serialization failure
  "40P01", // deadlock
  "53300", // too many connections
  "57P01", // the server shuts down
  "57P02", // it crashed
  "57P03", // it starts
  "23505", // somebody else inserted the same person meanwhile: seen the next time
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
]);
