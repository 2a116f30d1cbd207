import { join } from "node:path";
import { createProfile, importFile } from "./support/api.ts";
import { writeContactsFile } from "./support/contacts-file.ts";
import { forgetContacts } from "./support/forget-contacts.ts";
import type { Bench } from "./support/result.ts";

const TIMES = 5;
const MOST_RATIO = 5.5;
const MOST_MEMORY_MB = 300;

/** The same import with five times the rows: `ratio` says how much longer it took. Each meets an empty repository. */
export const growthBench: Bench = async ({ installation, folder, rows }) => {
  const seconds: number[] = [];
  for (const [at, size] of [rows, rows * TIMES].entries()) {
    const path = join(folder, `contacts-${at}.csv`);
    await writeContactsFile(path, size);
    await forgetContacts(installation);
    const profile = await createProfile(installation, `Growth ${at}`);
    const begun = performance.now();
    const done = await importFile(installation, profile, path, {}, "done");
    seconds.push((performance.now() - begun) / 1000);
    if (done.counts.new !== size) throw new Error(`${JSON.stringify(done.counts)} of ${size}`);
  }
  const [floorSeconds = Number.NaN, large = Number.NaN] = seconds;
  const ratio = large / floorSeconds;
  const peakMemoryMB = installation.peakMemoryMB();
  return [
    {
      name: `import of ${TIMES} times the rows`,
      rows: rows * TIMES,
      seconds: large,
      floorSeconds,
      ratio,
      perSecond: (rows * TIMES) / large,
      peakMemoryMB,
      target: `at most ${MOST_RATIO} × the time of ${rows.toLocaleString("en")} rows, ${MOST_MEMORY_MB} MB`,
      met: ratio <= MOST_RATIO && peakMemoryMB <= MOST_MEMORY_MB,
    },
  ];
};
