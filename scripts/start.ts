import "./heap.ts";
import { setTimeout as sleep } from "node:timers/promises";
import { type Environment, environment, WrongEnvironment } from "#lib/environment.ts";
import { Problem } from "#lib/problem.ts";
import { ensureBuilt } from "./build.ts";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./postgres.ts";
import { LockHeld } from "./process-lock.mjs";
import type { Serving } from "./serve.ts";

/*
 * npm start: database, migrations, build, server; and at SIGTERM all of it in the other direction.
 *
 * What is started later is imported later: DATABASE_URL must be known before anything of db/ is loaded.
 */

const running: { database?: EmbeddedPostgres; server?: Serving } = {};
const stopping = new AbortController();

/** What a database server that is away or not ready yet answers with. */
const UNREACHABLE = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EHOSTUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ETIMEDOUT",
  "57P03",
  "53300",
]);

// Nobody reads our output any more (a closed terminal, a full disk): go on without it.
process.stdout.on("error", () => {});
process.stderr.on("error", () => {});

// React and others choose their build by it, and a custom server is not told.
Object.assign(process.env, { NODE_ENV: "production" });

stopOnSignal();
const started = start();
await started.catch(giveUp);

async function start(): Promise<void> {
  const settings = environment();
  process.env.DATABASE_URL = settings.DATABASE_URL ?? (await startDatabase(settings));
  await migrateWhenReachable(process.env.DATABASE_URL, settings.DATABASE_OWNER_URL ?? running.database?.ownerUrl);
  await ensureBuilt(console.log, stopping.signal);
  stopping.signal.throwIfAborted();

  const { prepareFirstAdministrator } = await import("#lib/staff/first-administrator.ts");
  const setupPath = await prepareFirstAdministrator();
  const { serve } = await import("./serve.ts");
  running.server = await serve({ host: settings.HOST, port: settings.PORT });
  announce(settings, running.server.port, setupPath);
}

async function startDatabase({ DATA_DIR }: Environment): Promise<string> {
  running.database = await startEmbeddedPostgres({ dataDir: DATA_DIR });
  return running.database.url;
}

/** A database server that starts up beside us, or comes back from an outage, is waited for. */
async function migrateWhenReachable(url: string, ownerUrl?: string): Promise<void> {
  const { migrate } = await import("#db/migrate.ts");
  for (let said = false; ; said = true) {
    stopping.signal.throwIfAborted();
    try {
      return await migrate(url, ownerUrl);
    } catch (error) {
      if (!UNREACHABLE.has(codeOf(error))) throw error;
      if (!said) console.log(`The database cannot be reached (${codeOf(error)}); waiting for it.`);
      await sleep(1000);
    }
  }
}

function announce({ HOST, PUBLIC_URL }: Environment, port: number, setupPath: string | null): void {
  const here = `http://${HOST.includes(":") ? `[${HOST}]` : HOST}:${port}`;
  const address = PUBLIC_URL ?? here;
  console.log(`Rollbook is ready: ${address}${PUBLIC_URL ? ` (listening on ${here})` : ""}`);
  if (setupPath) console.log(`Create the first administrator (the link works once): ${address}${setupPath}`);
}

/** Ctrl-C reaches us several times at once (from the terminal, from npm, from bootstrap.mjs): only a later one hurries. */
function stopOnSignal(): void {
  let stoppingSince = 0;
  const onSignal = () => {
    if (stoppingSince === 0) {
      stoppingSince = performance.now();
      console.log("Stopping…");
      stopping.abort();
      void stop().finally(() => process.exit(0));
    } else if (performance.now() - stoppingSince > 1000) {
      running.server?.hurry();
    }
  };
  for (const name of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(name, onSignal);
  process.once("disconnect", onSignal); // bootstrap.mjs was killed
}

/** A start under way ends at its next step first: what it has begun must be known, or it would be left running. */
async function stop(): Promise<void> {
  await Promise.race([started.catch(() => {}), sleep(20_000)]);
  await running.server?.stop();
  const pool = (globalThis as { rollbookPool?: { end(): Promise<void> } }).rollbookPool;
  // A request that was cut may still wait for its answer; it ends with the process.
  await Promise.race([pool?.end(), sleep(2000)]);
  await running.database?.stop();
}

async function giveUp(error: unknown): Promise<void> {
  if (stopping.signal.aborted) return; // who stops us ends the process
  console.error(explain(error));
  await stop().catch(() => {});
  process.exit(1);
}

/** A sentence for what a person can put right; anything else as it is. */
function explain(error: unknown): unknown {
  if (error instanceof WrongEnvironment || error instanceof Problem) return error.message;
  if (error instanceof LockHeld) {
    return `Rollbook runs already on this data folder, as process ${error.pid}. Stop that one, or set DATA_DIR and PORT for a second.`;
  }
  if (codeOf(error) === "EADDRINUSE")
    return `Port ${environment().PORT} is taken by another program. Set PORT to a free one.`;
  return error;
}

function codeOf(error: unknown): string {
  return String((error as { code?: unknown }).code ?? "");
}
