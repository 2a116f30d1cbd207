import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { Broken } from "../support/broken.ts";
import type { Fault } from "../support/one-run.ts";

/* What grows slowly shows after many imports. */

const MOST_GROWTH = 1.1;

export const memory: Fault[] = [
  {
    id: "M1",
    what: "twelve imports of 100,000 rows in a row: the server's memory is flat",
    quick: 0,
    runs: 1,
    async happens(scene) {
      const held: number[] = [];
      for (let round = 0; round < 12; round++) {
        const file = scene.newFile({ rows: 100_000, action: "append-or-update" });
        await scene.send(file);
        await scene.reaches(file, ["done"], 180_000);
        await sleep(2000);
        held.push(residentMB(scene.place.app.pid));
      }
      // The first ones load code and fill caches.
      const [early, late] = [mean(held.slice(2, 5)), mean(held.slice(9))];
      const said = `${Math.round(early)} MB after the third to fifth, ${Math.round(late)} MB after the last three`;
      if (late > early * MOST_GROWTH) throw new Broken(`Memory grew: ${said} (${held.map(Math.round).join(", ")}).`);
      return said;
    },
  },
];

const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function residentMB(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024;
}
