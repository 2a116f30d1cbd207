import { join } from "node:path";
import { createProfile, importFile } from "./support/api.ts";
import { writeContactsFile } from "./support/contacts-file.ts";
import { importFloor } from "./support/floor.ts";
import type { Bench } from "./support/result.ts";

const MOST_RATIO = 1.6;
const MOST_MEMORY_MB = 300;

/** Upload, check and Apply of a new file into an empty profile, through real HTTP, against the floor on the same server. */
export const importBench: Bench = async ({ installation, folder, rows }) => {
  const path = join(folder, "contacts.csv");
  await writeContactsFile(path, rows);
  const floorSeconds = await importFloor(installation.floorUrl, path);
  const profile = await createProfile(installation, "Bench");
  const begun = performance.now();
  const done = await importFile(installation, profile, path, { action: "append" }, "done");
  const seconds = (performance.now() - begun) / 1000;
  if (done.counts.new !== rows || done.counts.read !== rows)
    throw new Error(`${JSON.stringify(done.counts)} of ${rows}`);
  const ratio = seconds / floorSeconds;
  const peakMemoryMB = installation.peakMemoryMB();
  return [
    {
      name: "import",
      rows,
      seconds,
      floorSeconds,
      ratio,
      perSecond: rows / seconds,
      peakMemoryMB,
      target: `at most ${MOST_RATIO} × the floor, ${MOST_MEMORY_MB} MB`,
      met: ratio <= MOST_RATIO && peakMemoryMB <= MOST_MEMORY_MB,
    },
  ];
};
