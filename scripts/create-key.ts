import { parseArgs } from "node:util";
import { environment, WrongEnvironment } from "#lib/environment.ts";
import { Problem } from "#lib/problem.ts";
import { ROLES, type Role } from "#lib/staff/permissions.ts";
import { isBusy, sqlState } from "#lib/text/sql-state.ts";
import { embeddedDatabaseUrl } from "./postgres.ts";

/*
 * npm run create-key -- --name NAME --role administrator|editor|viewer
 *
 * Makes a key of the API for the running installation and prints it, alone on its line: it is shown this once.
 */

const USAGE = `npm run create-key -- --name NAME --role ${ROLES.join("|")}`;

class Refused extends Error {}

try {
  const { name, role } = wanted();
  // Before anything of db/ is loaded.
  process.env.DATABASE_URL = runningDatabase();
  const { makeKey } = await import("#lib/staff/api-keys.ts");
  console.log(await makeKey({ name, role, staffId: null }));
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
} finally {
  await (globalThis as { rollbookPool?: { end(): Promise<void> } }).rollbookPool?.end();
}

function wanted(): { name: string; role: Role } {
  const { values } = parse();
  const role = ROLES.find((known) => known === values.role);
  if (!values.name) throw new Refused(`Give the key a name: ${USAGE}`);
  if (!role) throw new Refused(`Choose the role of the key: ${USAGE}`);
  return { name: values.name, role };
}

function parse() {
  try {
    return parseArgs({ options: { name: { type: "string" }, role: { type: "string" } } });
  } catch (error) {
    throw new Refused(`${(error as Error).message}\n${USAGE}`);
  }
}

function runningDatabase(): string {
  const { DATABASE_URL, DATA_DIR } = environment();
  const url = DATABASE_URL ?? embeddedDatabaseUrl(DATA_DIR);
  if (url) return url;
  throw new Refused(
    `There is no installation in ${DATA_DIR}. Start it first (npm start), or set DATA_DIR or DATABASE_URL to those of the one you mean.`,
  );
}

function explain(error: unknown): unknown {
  if (error instanceof Refused || error instanceof WrongEnvironment || error instanceof Problem) return error.message;
  if (sqlState(error) === "42P01") return "The database there was never started with Rollbook. Run npm start first.";
  if (isBusy(error)) return "Rollbook does not run there: its database cannot be reached. Start it first (npm start).";
  return error;
}
