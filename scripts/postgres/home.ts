import { spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Account } from "./account.ts";
import { type Binaries, canRun, copyBinaries, installedBinaries } from "./binaries.ts";

/*
 * Where the embedded server lives, and its secrets.
 *
 *   DATA_DIR/postgres.json    what is remembered from start to start (below); only its owner may read it
 *   DATA_DIR/postgres.log     what the server says
 *   HOME/data                 PostgreSQL's own data folder
 *   HOME/lock                 which process runs the server
 *
 * HOME is DATA_DIR/postgres. Where the server's account cannot go there (a clone in a folder that only root may enter)
 * it is a folder in OUTSIDE, keyed by DATA_DIR.
 */

const OUTSIDE = "/var/lib/rollbook";

/** Kept in DATA_DIR/postgres.json. */
export type Remembered = {
  home: string;
  port: number;
  superuserPassword: string;
  ownerPassword: string;
  password: string;
};

export type Home = {
  folder: string;
  data: string;
  lock: string;
  account: Account;
  binaries: Binaries;
};

/** Finds the server's home, or chooses one at the first start. `say` hears of a home outside DATA_DIR. */
export function findHome(dataDir: string, account: Account, say: (line: string) => void): Home {
  const inside = join(resolve(dataDir), "postgres");
  const folder = recall(dataDir)?.home ?? (canReach(inside, account) ? inside : outsideHome(dataDir));
  makeFolder(folder, account);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });

  const installed = installedBinaries();
  const binaries = canRun(installed, account)
    ? installed
    : { ...copyBinaries(installed.folder, join(OUTSIDE, installed.version)), version: installed.version };
  if (folder !== inside || binaries !== installed) {
    say(
      `PostgreSQL's user cannot enter this folder: the programs run from ${dirname(dirname(binaries.postgres))}, the data is in ${folder}`,
    );
  }
  return { folder, data: join(folder, "data"), lock: join(folder, "lock"), account, binaries };
}

/** What earlier starts left in DATA_DIR, or null before the first. */
export function recall(dataDir: string): Remembered | null {
  const file = join(dataDir, "postgres.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Remembered) : null;
}

/** Remembers, whole or not at all. */
export function remember(dataDir: string, remembered: Remembered): void {
  const file = join(dataDir, "postgres.json");
  writeFileSync(`${file}.new`, `${JSON.stringify(remembered, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** Fit for a URL as it is. */
export const newPassword = () => randomBytes(24).toString("base64url");

function outsideHome(dataDir: string): string {
  const key = createHash("sha256").update(resolve(dataDir)).digest("hex").slice(0, 16);
  return join(OUTSIDE, `data-${key}`);
}

/** Only the server's account may look into its home, but it must be able to pass through a folder that we make above. */
function makeFolder(folder: string, account: Account): void {
  mkdirSync(dirname(folder), { recursive: true, mode: account ? 0o711 : 0o700 });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account) chownSync(folder, account.uid, account.gid);
}

function canReach(folder: string, account: Account): boolean {
  const existing = nearestExisting(dirname(folder));
  return !account || spawnSync("test", ["-x", existing], { ...account, cwd: "/" }).status === 0;
}

const nearestExisting = (folder: string): string => (existsSync(folder) ? folder : nearestExisting(dirname(folder)));
