import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { scratchFolder } from "#tests/support/scratch.ts";
import { ask, health } from "../support/ask.ts";
import { Broken } from "../support/invariants.ts";
import type { Fault } from "../support/one-run.ts";
import { makePlace, type Place } from "../support/place.ts";
import { until } from "../support/scene.ts";
import { mountSmallDisk, type SmallDisk } from "../support/small-disk.ts";

/* A disk is full. */

const MB = 1024 * 1024;

export const disks: Fault[] = [
  {
    id: "X14",
    what: "the database's disk is full (data and write-ahead log)",
    quick: 0,
    runs: 12,
    place: onSmallDisk,
    async happens(scene) {
      const { place } = scene;
      await place.sql("checkpoint");
      disk?.fillUpTo(scene.between(1, 24) * MB);
      try {
        const sent = await scene.sendIntoTheDark(scene.newFile({ rows: scene.between(20_000, 60_000) }));
        await sleep(scene.between(1000, 4000));
        const list = await ask(place, "GET", "/api/v1/profiles").catch(() => null);
        if (list && ![200, 503].includes(list.status)) throw new Broken(`A list answered ${list.status}.`);
        if (sent && ![202, 503, 507].includes(sent.status))
          throw new Broken(`The upload was answered ${sent.status} ${JSON.stringify(sent.body)}.`);
      } finally {
        disk?.empty();
      }
      await until(30_000, "the app is well again once there is room, without a restart", async () =>
        (await health(place.app.address)) === 200 ? true : undefined,
      );
      const last = (await scene.settles()).at(-1);
      if (last?.reference === "first") return "never began";
      if (last?.error_code === "disk_full") return "failed, and says that the disk is full";
      return `${last?.state} ${last?.error_code ?? ""}`.trim();
    },
  },
  {
    id: "X15",
    what: "the temporary folder is full, or may not be written",
    quick: 0,
    runs: 6,
    async happens(scene) {
      const { place } = scene;
      const small = mountSmallDisk(join(scratchFolder("disk"), "tmp"), 1);
      try {
        small.fillUpTo(0);
        const other = await place.another({ env: { TMPDIR: small.folder } });
        const file = scene.newFile();
        await scene.send(file, { address: other.address });
        await scene.reaches(file, ["done"]);
        await other.stop();
        return "done: nothing is written there";
      } finally {
        small.remove();
      }
    },
  },
];

let disk: SmallDisk | undefined;

/** On a disk of 260 MB that holds nothing else. */
async function onSmallDisk(): Promise<Place> {
  const mounted = mountSmallDisk(join(scratchFolder("disk"), "data"), 260);
  disk = mounted;
  const place = await makePlace({
    dataDir: join(mounted.folder, "data"),
    settings: { max_wal_size: "64MB", min_wal_size: "32MB" },
  });
  return {
    ...place,
    async leave() {
      await place.leave();
      mounted.remove();
    },
  };
}
