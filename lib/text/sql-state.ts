import { DrizzleQueryError } from "drizzle-orm";

/** Postgres' five-character code of an error, or the system's (ECONNREFUSED); also where Drizzle has wrapped it. Null when there is none. */
export function sqlState(error: unknown): string | null {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    const code = (at as { code?: unknown }).code;
    if (typeof code === "string") return code;
  }
  return null;
}

/** A table is not there: it may have gone since whoever asks looked for it. */
export const UNDEFINED_TABLE = "42P01";

/** The text of the statement that failed, with $1 for each value. Null where Drizzle sent none. */
export function failedStatement(error: unknown): string | null {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    if (at instanceof DrizzleQueryError) return at.query;
  }
  return null;
}

/** Whether the database was too busy, or away: the same request may work in a moment. */
export function isBusy(error: unknown): boolean {
  return BUSY.has(sqlState(error) ?? "") || isPoolTimeout(error);
}

const BUSY = new Set([
  "55P03", // a lock was not to be had in time
  "57014", // the statement took too long
  "53300", // too many connections
  "57P01", // the server is stopping,
  "57P03", // or starting
  "08006",
  "ECONNREFUSED",
  "ECONNRESET",
]);

/** Whether the database could not write for want of room: reading goes on, and writing does once there is some. */
export const isDiskFull = (error: unknown): boolean => sqlState(error) === "53100";

/** For a note that may be missing. */
export function unlessDiskFull(error: unknown): void {
  if (!isDiskFull(error)) throw error;
}

/** What `pg` says, without a code, when no connection became free or could be made in time, or when one broke. */
export const BROKEN =
  /^(timeout exceeded when trying to connect|timeout expired|Connection terminated|Client (has encountered a connection error|was closed) and is not queryable)/;

function isPoolTimeout(error: unknown): boolean {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    if (BROKEN.test(at.message)) return true;
  }
  return false;
}
