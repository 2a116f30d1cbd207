import { readFileSync } from "node:fs";
import { join } from "node:path";
import { faults, type Lockfile } from "./floors/faults.ts";
import { FLOORS } from "./floors/floor-table.ts";
import { ROOT } from "./root.ts";

/*
 * npm run floors: fails when a package of package-lock.json is below the version that is safe. It asks nobody on the
 * network, so that it runs where `npm audit` cannot; somebody keeps the table. `npm test` does the same.
 */

const lock = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")) as Lockfile;
const found = FLOORS.flatMap((floor) => faults(floor, lock));
for (const fault of found) console.error(fault);
for (const floor of FLOORS) {
  if ("waits" in floor && floor.waits) console.log(`${floor.name} waits for ${floor.floor}: ${floor.waits.because}`);
}
console.log(`${FLOORS.length} packages looked at, ${found.length} at fault.`);
if (found.length > 0) process.exitCode = 1;
