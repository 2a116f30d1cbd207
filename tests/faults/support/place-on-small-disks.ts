import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { scratchFolder } from "#tests/support/scratch.ts";
import { makePlace, type Place } from "./place.ts";
import { mountSmallDisk, type SmallDisk } from "./small-disk.ts";

/** What the database's data and its write-ahead log lie on, and the file in which the server says what happens to it. */
export type Disks = { data: SmallDisk; log: SmallDisk; serverLog: string };

/** A place whose database has two small disks of its own. */
export async function onSmallDisks(): Promise<Place> {
  const data = mountSmallDisk(join(scratchFolder("disk"), "data"), 260);
  const log = mountSmallDisk(join(scratchFolder("disk"), "log"), 120);
  const dataDir = join(data.folder, "data");
  const place = await makePlace({ dataDir, settings: { max_wal_size: "64MB", min_wal_size: "32MB" } });
  await place.stopDatabase();
  const wal = join(dataDir, "postgres/data/pg_wal");
  execFileSync("mv", [wal, log.folder]);
  symlinkSync(join(log.folder, "pg_wal"), wal);
  await place.startDatabase();
  const [at] = await place.sql<{ folder: string }>("select current_setting('data_directory') as folder");
  if (!at?.folder.startsWith(data.folder)) throw new Error(`The data is in ${at?.folder}, not on the small disk.`);
  const { leave } = place;
  return Object.assign(place, {
    disks: { data, log, serverLog: join(dataDir, "postgres.log") },
    async leave() {
      await leave();
      for (const disk of [data, log]) disk.remove();
    },
  });
}
