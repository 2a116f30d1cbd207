import { db } from "#db/client.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { endSession } from "./session.ts";

/** Ends the session of this token, if it is one. */
export async function signOut(token: string | undefined, place: string): Promise<void> {
  const staffId = await endSession(token);
  if (staffId !== null) await recordAudit(db, { staffId, apiKeyId: null, place }, "signed-out", {});
}
