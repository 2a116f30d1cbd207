import { BROKEN, sqlState } from "#lib/text/sql-state.ts";

/**
 * Whether an error may pass by itself: the connection broke, the server restarts or has no room for another connection,
 * or two transactions stood in each other's way. Anything else would happen again.
 */
export function isTransient(error: unknown): boolean {
  const code = sqlState(error) ?? "";
  return CODES.has(code) || code.startsWith("08") || isBrokenConnection(error);
}

const CODES = new Set([
  "40001", // serialization failure
  "40P01", // deadlock
  "25P03", // the connection was idle within its transaction for too long: this process was frozen
  "53300", // too many connections
  "57P01", // the server shuts down
  "57P02", // it crashed
  "57P03", // it starts
  "57P05", // the connection was idle for too long
  "23505", // somebody else inserted the same person meanwhile: seen the next time
  "42P01", // a table of an import went while many were erased: not among the others the next time
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
]);

/** `pg` gives no code when a connection breaks or none comes free. */
function isBrokenConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return BROKEN.test(error.message) || isBrokenConnection(error.cause);
}
