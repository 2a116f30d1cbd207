import type { IncomingMessage } from "node:http";
import { nobody, recordOften } from "#lib/audit/record.ts";
import { isFromHere } from "#lib/http/same-origin.ts";
import { logDefect } from "#lib/text/defect.ts";

/**
 * Writes into the trail that a request to change something came from elsewhere. It is refused further in, by Next or by
 * our own doors: here alone all of them pass. The API is asked by programs, which come from nowhere.
 */
export async function noteForeign({ method = "", url = "", headers }: IncomingMessage): Promise<void> {
  if (["GET", "HEAD", "OPTIONS"].includes(method) || url.startsWith("/api/")) return;
  const given = { get: (name: string) => headers[name]?.toString() ?? null };
  if (isFromHere(given)) return;
  try {
    await recordOften(nobody(given.get("x-forwarded-for") ?? ""), "foreign-request", {});
  } catch (error) {
    logDefect("foreign request", error);
  }
}
