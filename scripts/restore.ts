import { parseArgs } from "node:util";
import { withDatabase } from "./backup/installation-database.ts";
import { restoreBackup } from "./backup/restore-backup.ts";
import { explain, Refused } from "./running-installation.ts";

/*
 * npm run restore -- FOLDER [--replace]
 *
 * Puts a backup into the installation's database, which must be empty, or is emptied with --replace. Stop Rollbook first.
 * A backup is trusted: it says how tables are made.
 */

try {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { replace: { type: "boolean" } } });
  const [folder, ...more] = positionals;
  if (!folder || more.length > 0) throw new Refused("npm run restore -- FOLDER [--replace]");
  const { madeAt, tables } = await withDatabase(
    (urls) => restoreBackup(folder, { ...urls, replace: values.replace ?? false }),
    false,
  );
  console.log(`Restored ${tables.length} tables as they were at ${madeAt}. Every hash was right.`);
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
