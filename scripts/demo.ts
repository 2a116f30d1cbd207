import { explain, Refused, runningDatabase } from "./running-installation.ts";

/*
 * npm run demo
 *
 * Fills the running installation with a believable demo: the same one each time, by the product's own ways. The imports
 * are then dated back, so that the past half year has a history.
 */

try {
  if (process.argv.length > 2) throw new Refused("npm run demo takes no arguments.");
  // Before anything of db/ is loaded.
  process.env.DATABASE_URL = runningDatabase();
  const { fillWithDemo } = await import("./demo/fill.ts");
  await fillWithDemo(console.log);
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
} finally {
  await (globalThis as { rollbookPool?: { end(): Promise<void> } }).rollbookPool?.end();
}
