import { execFileSync } from "node:child_process";
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { BARE_ENVIRONMENT } from "./account.ts";
import type { Home, Remembered } from "./home.ts";

export const DATABASE = "rollbook";
export const SUPERUSER = "postgres";

/** The app's role: it owns its database, and nothing else. */
export const ROLE = "rollbook";

/**
 * Makes PostgreSQL's data folder when there is none. It is made beside its place and moved there when it is whole, so
 * that one cut short is made anew. `durable: false` is for tests: nothing is flushed.
 */
export function makeCluster(home: Home, superuserPassword: string, durable: boolean): void {
  if (existsSync(home.data)) {
    checkVersion(home);
    return;
  }
  const fresh = `${home.data}.new`;
  const passwordFile = join(home.folder, "password");
  rmSync(fresh, { recursive: true, force: true });
  writeFileSync(passwordFile, superuserPassword, { mode: 0o600 });
  if (home.account) chownSync(passwordFile, home.account.uid, home.account.gid);
  try {
    const args = [
      `--pgdata=${fresh}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      // Same order and same case rules on each machine, and no library update can change them under an index.
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--data-checksums",
      ...(durable ? [] : ["--no-sync"]),
    ];
    execFileSync(home.binaries.initdb, args, { ...home.account, cwd: "/", env: BARE_ENVIRONMENT, stdio: "pipe" });
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(fresh, home.data);
}

/** Makes the app's role and database when they are missing. */
export async function makeDatabase(superuserUrl: string, remembered: Remembered): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const has = async (query: string, name: string) => (await client.query(query, [name])).rowCount === 1;
    if (!(await has("select from pg_roles where rolname = $1", ROLE))) {
      await client.query(`create role ${ROLE} login password ${pg.escapeLiteral(remembered.password)}`);
    }
    if (!(await has("select from pg_database where datname = $1", DATABASE))) {
      await client.query(`create database ${DATABASE} owner ${ROLE}`);
    }
  } finally {
    await client.end();
  }
}

function checkVersion(home: Home): void {
  const made = readFileSync(join(home.data, "PG_VERSION"), "utf8").trim();
  const running = home.binaries.version.split(".")[0];
  if (made !== running) {
    throw new Error(
      `The data in ${home.data} was made by PostgreSQL ${made}, and this Rollbook brings PostgreSQL ${running}. ` +
        "Start the earlier version, save the data with pg_dump, and load it into an empty data folder.",
    );
  }
}
