import { environment, WrongEnvironment } from "#lib/environment.ts";
import { Problem } from "#lib/problem.ts";
import { isBusy, sqlState } from "#lib/text/sql-state.ts";
import { embeddedDatabaseUrl } from "./postgres.ts";

/* What commands share that work on the running installation. */

/** A command that cannot do what was asked; its message says why and what to do. */
export class Refused extends Error {}

/** The database of the installation that the settings name. */
export function runningDatabase(): string {
  const { DATABASE_URL, DATA_DIR } = environment();
  const url = DATABASE_URL ?? embeddedDatabaseUrl(DATA_DIR);
  if (url) return url;
  throw new Refused(
    `There is no installation in ${DATA_DIR}. Start it first (npm start), or set DATA_DIR or DATABASE_URL to those of the one you mean.`,
  );
}

/** What the person at the terminal reads: words for what is expected, else the error itself. */
export function explain(error: unknown): unknown {
  if (error instanceof Refused || error instanceof WrongEnvironment || error instanceof Problem) return error.message;
  if (sqlState(error) === "42P01") return "The database there was never started with Rollbook. Run npm start first.";
  if (isBusy(error)) return "Rollbook does not run there: its database cannot be reached. Start it first (npm start).";
  return error;
}
