import { chmodSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { embeddedDatabaseUrl } from "#scripts/postgres.ts";
import { type Running, type RunOptions, run } from "#tests/support/running.ts";
import { removeScratch, scratchFolder } from "#tests/support/scratch.ts";

/** A data folder of its own, with an embedded database, for one test; afterwards nothing of it is left. */
export type Installation = {
  dataDir: string;
  /** Starts the product on it, on any free port. */
  start(options?: RunOptions): Running;
  /** Of its database; there is one once the product has been ready. */
  databaseUrl(): string;
  /** The process of its database server; undefined while there is none. */
  databasePid(): number | undefined;
};

/** Call it inside a test. */
export function installation(dataDir = freshFolder()): Installation {
  const started: Running[] = [];
  onTestFinished(async () => {
    await Promise.all(started.map((running) => running.kill()));
    await removeScratch(dataDir);
  });
  return {
    dataDir,
    start(options = {}) {
      const running = run({ ...options, env: { PORT: "0", DATA_DIR: dataDir, ...options.env } });
      started.push(running);
      return running;
    },
    databaseUrl: () => embeddedDatabaseUrl(dataDir) ?? "",
    databasePid() {
      const file = join(homeOf(dataDir) ?? "", "data/postmaster.pid");
      return existsSync(file) ? Number.parseInt(readFileSync(file, "utf8"), 10) : undefined;
    },
  };
}

function freshFolder(): string {
  const folder = scratchFolder("run");
  // As root, the database server runs as another user, who must be able to pass.
  chmodSync(folder, 0o711);
  return folder;
}

/** Where PostgreSQL's own data lies: outside, where its user cannot go into the data folder. */
function homeOf(dataDir: string): string | undefined {
  const file = join(dataDir, "postgres.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as { home: string }).home : undefined;
}
