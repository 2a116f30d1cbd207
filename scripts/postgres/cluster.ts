import { execFileSync } from "node:child_process";
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { READER_ENDING } from "#db/rights.ts";
import { BARE_ENVIRONMENT } from "./account.ts";
import { handOver } from "./hand-over.ts";
import type { Home, Remembered } from "./home.ts";
import { OWNER, ROLE } from "./roles.ts";

export const DATABASE = "rollbook";
export const SUPERUSER = "postgres";

const READER = ROLE + READER_ENDING;

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

/** Makes the roles and the database when they are missing. */
export async function makeDatabase(superuserUrl: string, remembered: Remembered): Promise<void> {
  await as(superuserUrl, async (client) => {
    const has = async (query: string, name: string) => (await client.query(query, [name])).rowCount === 1;
    const logins = { [ROLE]: remembered.password, [OWNER]: remembered.ownerPassword };
    for (const [role, password] of Object.entries(logins)) {
      if (await has("select from pg_roles where rolname = $1", role)) continue;
      await client.query(`create role ${role} login password ${pg.escapeLiteral(password)}`);
    }
    if (!(await has("select from pg_roles where rolname = $1", READER))) {
      await client.query(`create role ${READER}; grant ${READER} to ${ROLE}`);
    }
    if (!(await has("select from pg_database where datname = $1", DATABASE))) {
      await client.query(`create database ${DATABASE} owner ${OWNER}`);
    }
  });
  const url = new URL(superuserUrl);
  url.pathname = `/${DATABASE}`;
  await as(url.href, handOver);
}

async function as(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
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
