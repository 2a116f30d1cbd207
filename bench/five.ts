import { join } from "node:path";
import { createProfile, importFile } from "./support/api.ts";
import { writeContactsFile } from "./support/contacts-file.ts";
import type { Bench } from "./support/result.ts";

const UPLOADS = 5;
const MOST_MEMORY_MB = 400;

/** Five files (a million rows are some 145 MB each) sent at the same moment into five profiles, until all are Done. */
export const fiveBench: Bench = async ({ installation, folder, rows }) => {
  const path = join(folder, "contacts.csv");
  const bytes = await writeContactsFile(path, rows);
  const profiles: string[] = [];
  for (let at = 0; at < UPLOADS; at++) profiles.push(await createProfile(installation, `Five ${at}`));
  const begun = performance.now();
  const all = await Promise.all(profiles.map((profile) => importFile(installation, profile, path, {}, "done")));
  const seconds = (performance.now() - begun) / 1000;
  for (const { counts } of all) if (counts.new !== rows) throw new Error(`${JSON.stringify(counts)} of ${rows}`);
  const peakMemoryMB = installation.peakMemoryMB();
  return [
    {
      name: "five uploads at once",
      rows: rows * UPLOADS,
      seconds,
      perSecond: (rows * UPLOADS) / seconds,
      peakMemoryMB,
      target: `${Math.round(bytes / 1e6)} MB each: at most ${MOST_MEMORY_MB} MB`,
      met: peakMemoryMB <= MOST_MEMORY_MB,
    },
  ];
};
