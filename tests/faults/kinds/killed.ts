import { request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { IMPORT_STATES } from "#lib/imports/states.ts";
import { Broken } from "../support/broken.ts";
import type { ImportFile } from "../support/file.ts";
import type { Fault } from "../support/one-run.ts";
import { outcomeOf, type Scene } from "../support/scene.ts";
import { until } from "../support/until.ts";

/* The app server dies, freezes, or is told to stop. */

/** How long an import of `rows` rows takes here, about: from the first byte until it is done. */
const about = (rows: number) => 300 + rows / 15;

export const killed: Fault[] = [
  {
    id: "X1",
    what: "the server is killed at any moment of an import",
    quick: 0,
    runs: 100,
    async happens(scene) {
      const rows = scene.between(500, 20_000);
      const sent = scene.sendIntoTheDark(scene.newFile({ rows }));
      await sleep(scene.random() * about(rows) * 1.2);
      await scene.place.app.kill();
      await databaseIsFree(scene);
      await sent;
      return backAgain(scene);
    },
  },
  ...(["checking", "applying"] as const).map(
    (state): Fault => ({
      id: `X1 ${state}`,
      what: `the server is killed while an import is ${state}`,
      quick: 1,
      runs: 25,
      async happens(scene) {
        const file = scene.newFile({ rows: 15_000 });
        await scene.send(file);
        await scene.reaches(file, [state, "done"]);
        await scene.place.app.kill();
        const { state: left } = await scene.reaches(file, IMPORT_STATES);
        await backAgain(scene);
        await scene.reaches(file, ["done"]);
        return left === state ? "done by the next server, once" : `not caused: it was ${left} by then`;
      },
    }),
  ),
  {
    id: "X1 receiving",
    what: "the server is killed while a file arrives",
    quick: 1,
    runs: 25,
    async happens(scene) {
      const file = scene.newFile({ rows: scene.between(40_000, 80_000) });
      const sending = sendSlowly(scene, file, scene.random());
      await scene.reaches(file, ["receiving"]);
      await sleep(scene.random() * 500);
      await scene.place.app.kill();
      await sending;
      await backAgain(scene);
      await scene.reaches(file, ["interrupted"], 5000);
      return "interrupted";
    },
  },
  {
    id: "X24",
    what: "the server is killed as a commit passes",
    quick: 1,
    runs: 50,
    async happens(scene) {
      const { place } = scene;
      const nth = scene.between(1, 8);
      let commits = 0;
      let killed: Promise<unknown> | undefined;
      place.line.judge = ({ words }) => {
        if (!/^commit\b/i.test(words) || ++commits !== nth) return "pass";
        killed = place.app.kill();
        return scene.random() < 0.5 ? "cut-before" : "cut-after";
      };
      await scene.sendIntoTheDark(scene.newFile());
      await until(60_000, "the server has ended, or the import has", async () =>
        place.app.hasEnded() || (await scene.still()) ? true : undefined,
      );
      place.line.judge = null;
      await killed;
      if (!place.app.hasEnded()) return "not caused: it needs fewer commits";
      return backAgain(scene);
    },
  },
  {
    id: "X2",
    what: "the server is stopped politely during an import",
    quick: 0,
    runs: 40,
    async happens(scene) {
      const rows = scene.between(500, 20_000);
      const sent = scene.sendIntoTheDark(scene.newFile({ rows }));
      await sleep(scene.random() * about(rows));
      const begun = performance.now();
      const code = await scene.place.app.stop();
      if (code !== 0) throw new Broken(`It ended with ${code}.`);
      if (performance.now() - begun > 30_000) throw new Broken("It took longer than 30 s to stop.");
      await sent;
      return backAgain(scene);
    },
  },
  {
    id: "X2 long",
    what: "the server is stopped while a job cannot go on: longer than it waits for one",
    quick: 0,
    runs: 2,
    async happens(scene) {
      const { place, profile } = scene;
      const holder = new pg.Client({ connectionString: place.directUrl });
      await holder.connect();
      const file = scene.newFile();
      let seconds: number;
      try {
        await holder.query("select pg_advisory_lock(1, $1)", [profile.id]); // the profile's, of db/locks.ts
        await scene.send(file);
        await scene.reaches(file, ["applying"]);
        const begun = performance.now();
        const code = await place.app.stop();
        seconds = (performance.now() - begun) / 1000;
        if (code !== 0) throw new Broken(`It ended with ${code}.`);
        if (seconds > 30) throw new Broken("It took longer than 30 s to stop.");
      } finally {
        await holder.end();
      }
      await backAgain(scene);
      await scene.reaches(file, ["done"]);
      return `${seconds > 15 ? "cut" : "ended"} after ${Math.round(seconds)} s, done by the next server`;
    },
  },
  {
    id: "X4",
    what: "the server has too little memory",
    quick: 0,
    runs: 5,
    async happens(scene) {
      const { place } = scene;
      const megabytes = scene.between(40, 96);
      const small = await place
        .another({ nodeOptions: [`--max-old-space-size=${megabytes}`] })
        .catch(({ message }: Error) => {
          if (!/heap/i.test(message)) throw new Broken(`It did not start, and not for want of memory: ${message}`);
        });
      if (!small) return "too little to start";
      await place.app.stop();
      await scene.sendIntoTheDark(scene.newFile({ rows: scene.between(60_000, 120_000) }), { address: small.address });
      await until(120_000, "the server has ended, or the import has", async () =>
        small.hasEnded() || (await scene.still()) ? true : undefined,
      );
      if (small.hasEnded()) return "it died";
      const last = (await scene.settles()).at(-1);
      if (last?.state !== "done") throw new Broken(`The import is ${last?.state}.`);
      return "it was done";
    },
  },
];

/** Sends a share of the file and then no more; resolves when the line is cut. */
function sendSlowly({ place, profile }: Scene, { text, reference }: ImportFile, share: number): Promise<void> {
  return new Promise((done) => {
    const query = new URLSearchParams({ reference });
    const upload = request(`${place.app.address}/api/v1/profiles/${profile.key}/imports?${query}`, {
      method: "POST",
      headers: { authorization: `Bearer ${place.apiKey}`, "content-length": Buffer.byteLength(text) },
    });
    upload.on("error", () => {}).on("close", done);
    upload.write(text.slice(0, 1 + Math.floor(text.length * share * 0.99)));
  });
}

/** What the dead server held in the database is free within a second. */
async function databaseIsFree({ place }: Scene): Promise<void> {
  await until(1000, "the connections of the dead server are gone", async () => {
    const held = await place.sql("select from pg_stat_activity where usename = 'rollbook'");
    return held.length === 0 ? true : undefined;
  });
}

/** It is started again: what was being received is Interrupted within 5 s, and everything else comes to its end. */
async function backAgain(scene: Scene): Promise<string> {
  await scene.place.app.start();
  await until(5000, "what was being received is Interrupted, 5 s after the start", async () =>
    (await scene.imports()).some(({ state }) => state === "receiving") ? undefined : true,
  );
  return outcomeOf(scene);
}
