import { environment } from "#lib/environment.ts";
import { startEmbeddedPostgres } from "../postgres.ts";
import { LockHeld } from "../process-lock.mjs";
import { Refused, runningDatabase } from "../running-installation.ts";

type Urls = { databaseUrl: string; ownerUrl: string };

/** Works on the database of the installation; the embedded one is started for it where nobody runs it. */
export async function withDatabase<Answer>(
  work: (urls: Urls) => Promise<Answer>,
  whileServed: boolean,
): Promise<Answer> {
  const { DATABASE_URL, DATABASE_OWNER_URL, DATA_DIR } = environment();
  if (DATABASE_URL) return work({ databaseUrl: DATABASE_URL, ownerUrl: DATABASE_OWNER_URL ?? DATABASE_URL });
  try {
    const embedded = await startEmbeddedPostgres({ dataDir: DATA_DIR, say: () => {} });
    try {
      return await work({ databaseUrl: embedded.url, ownerUrl: embedded.ownerUrl });
    } finally {
      await embedded.stop();
    }
  } catch (error) {
    if (!(error instanceof LockHeld)) throw error;
    if (!whileServed) throw new Refused("Rollbook runs on this data folder. Stop it first.");
    return work({ databaseUrl: runningDatabase(), ownerUrl: "" });
  }
}
