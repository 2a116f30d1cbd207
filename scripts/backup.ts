import { join, resolve } from "node:path";
import { withDatabase } from "./backup/installation-database.ts";
import { takeBackup } from "./backup/take-backup.ts";
import { explain, Refused } from "./running-installation.ts";

/*
 * npm run backup -- [FOLDER]
 *
 * Writes everything into a new folder in FOLDER (default ./backups), while Rollbook goes on. It holds people and secrets:
 * keep it as you keep the database.
 */

try {
  const [into = "backups", ...more] = process.argv.slice(2);
  if (more.length > 0) throw new Refused("npm run backup -- [FOLDER]");
  const name = `rollbook-${new Date().toISOString().slice(0, 19).replaceAll(":", "")}`;
  const folder = join(resolve(into), name);
  const { tables } = await withDatabase(({ databaseUrl }) => takeBackup(databaseUrl, folder), true);
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  console.log(`${folder}: ${tables.length} tables, ${rows.toLocaleString("en")} rows.`);
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
