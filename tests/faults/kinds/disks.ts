import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { scratchFolder } from "#tests/support/scratch.ts";
import { ask, health } from "../support/ask.ts";
import { Broken } from "../support/broken.ts";
import type { Fault } from "../support/one-run.ts";
import { type Disks, onSmallDisks } from "../support/place-on-small-disks.ts";
import type { Scene, Sent } from "../support/scene.ts";
import { mountSmallDisk } from "../support/small-disk.ts";
import { until } from "../support/until.ts";

/* A disk is full. */

const MB = 1024 * 1024;

export const disks: Fault[] = [
  {
    id: "X14 data",
    what: "the disk of the database's data is full",
    quick: 0,
    runs: 5,
    place: onSmallDisks,
    async happens(scene) {
      const { place } = scene;
      const { data } = disksOf(scene);
      await place.sql("checkpoint");
      const [databasePid, appPid] = [place.databasePid(), place.app.pid];
      const file = scene.newFile({ rows: scene.between(40_000, 80_000) });
      let sent: Sent | null | undefined;
      const sending = scene.sendIntoTheDark(file).then((answer) => {
        sent = answer;
      });
      const row = async () => (await scene.imports()).find(({ reference }) => reference === file.reference);
      await until(10_000, "the import is in the log", row);
      data.fillUpTo(scene.between(0, 2 * MB));
      let said = "";
      try {
        await until(20_000, "the full disk is noticed", async () => {
          const list = await ask(place, "GET", "/api/v1/profiles", { withinMs: 15_000 });
          if (list.status !== 200) throw new Broken(`A list answered ${list.status}.`);
          said ||= await fullBy(scene, sent);
          return said && (await scene.still()) ? true : undefined;
        }).catch((error) => {
          if (error instanceof Broken || !said) throw error;
        });
      } finally {
        data.empty();
      }
      await sending;
      if (sent && ![202, 503].includes(sent.status))
        throw new Broken(`The upload was answered ${sent.status} ${JSON.stringify(sent.body)}.`);
      await until(30_000, "the app is well again once there is room", async () =>
        (await health(place.app.address)) === 200 ? true : undefined,
      );
      if (place.databasePid() !== databasePid || place.app.pid !== appPid || place.app.hasEnded())
        throw new Broken("A server ended because the disk was full.");
      const last = (await scene.settles()).at(-1);
      return `${said}; then ${last?.state}`;
    },
  },
  {
    id: "X14 log",
    what: "the disk of the database's write-ahead log is full: the database ends",
    quick: 0,
    runs: 5,
    place: onSmallDisks,
    async happens(scene) {
      const { place } = scene;
      const { log, serverLog } = disksOf(scene);
      const before = readFileSync(serverLog).length;
      const sending = scene.sendIntoTheDark(scene.newFile({ rows: scene.between(5000, 40_000) }));
      await sleep(scene.random() * 1500);
      log.fillUpTo(scene.between(0, MB));
      try {
        await until(20_000, "the log finds no room", () =>
          place.sql("select pg_logical_emit_message(false, 'fault', 'x'), pg_switch_wal()").then(
            () => undefined,
            () => true,
          ),
        );
        await sleep(scene.random() * 2000);
        if ((await health(place.app.address)) === 200) throw new Broken("/healthz says 200 without a database.");
      } finally {
        log.empty();
      }
      const words = readFileSync(serverLog).subarray(before).toString();
      if (!/PANIC.*No space left on device/.test(words)) throw new Error("The log's disk was never full.");
      await until(90_000, "the database is back", () => place.sql("select 1"));
      await until(5000, "the app is back after the database is", async () =>
        (await health(place.app.address)) === 200 ? true : undefined,
      );
      if (place.app.hasEnded()) throw new Broken("The app ended.");
      await sending;
      return `the database ended and came back; the import ${(await scene.settles()).at(-1)?.state}`;
    },
  },
  {
    id: "X15",
    what: "the temporary folder is full, or may not be written",
    quick: 0,
    runs: 4,
    async happens(scene) {
      const { place } = scene;
      const small = mountSmallDisk(join(scratchFolder("disk"), "tmp"), 1);
      const isFull = scene.random() < 0.5;
      try {
        if (isFull) small.fillUpTo(0);
        else small.makeReadOnly();
        const other = await place.another({ env: { TMPDIR: small.folder } });
        const file = scene.newFile();
        await scene.send(file, { address: other.address });
        await scene.reaches(file, ["done"]);
        await other.stop();
        return `done: nothing is written there (${isFull ? "full" : "read-only"})`;
      } finally {
        small.remove();
      }
    },
  },
];

/** Who noticed that there is no room: the log row of the import, the answer to the upload, or the job that is tried again. */
async function fullBy(scene: Scene, sent: Sent | null | undefined): Promise<string> {
  if ((await scene.imports()).some(({ error_code }) => error_code === "disk_full")) return "the log says disk_full";
  if (JSON.stringify(sent?.body ?? "").includes("disk_full")) return "the answer says disk_full";
  const [job] = await scene.place.sql(
    "select from graphile_worker.jobs where last_error ~ 'No space left on device|disk is full'",
  );
  return job ? "a job found no room and is tried again" : "";
}

function disksOf({ place }: Scene): Disks {
  if (!place.disks) throw new Error("This place has no small disks.");
  return place.disks;
}
