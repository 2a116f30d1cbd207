import { parseArgs } from "node:util";
import { ROLES, type Role } from "#lib/staff/permissions.ts";
import { explain, Refused, runningDatabase } from "./running-installation.ts";

/*
 * npm run create-key -- --name NAME --role administrator|editor|viewer
 *
 * Makes a key of the API for the running installation and prints it, alone on its line: it is shown this once.
 */

const USAGE = `npm run create-key -- --name NAME --role ${ROLES.join("|")}`;

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
