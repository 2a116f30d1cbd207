import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { ask, health } from "../support/ask.ts";
import { Broken } from "../support/broken.ts";
import type { Fault } from "../support/one-run.ts";
import { outcomeOf, type Scene } from "../support/scene.ts";
import { until } from "../support/until.ts";

/* The database restarts, is gone, is slow, has no connection left, or ends one of those that there are. */

export const database: Fault[] = [
  {
    id: "X8",
    what: "the database crashes and restarts during an import",
    quick: 1,
    runs: 40,
    async happens(scene) {
      const sent = begin(scene);
      await sleep(scene.random() * 2000);
      const before = scene.place.databasePid();
      process.kill(before, scene.random() < 0.5 ? "SIGKILL" : "SIGQUIT");
      await until(30_000, "the database is back", async () => {
        await scene.place.sql("select 1");
        return scene.place.databasePid() === before ? undefined : true;
      });
      await backWithin5s(scene);
      await sent;
      return outcomeOf(scene);
    },
  },
  {
    id: "X8b",
    what: "the database is stopped in order and comes back later",
    quick: 0,
    runs: 12,
    async happens(scene) {
      const sent = begin(scene);
      await sleep(scene.random() * 1500);
      await scene.place.stopDatabase();
      await sleep(scene.random() * 4000);
      if ((await health(scene.place.app.address)) === 200) throw new Broken("/healthz says 200 without a database.");
      await scene.place.startDatabase();
      await backWithin5s(scene);
      await sent;
      return outcomeOf(scene);
    },
  },
  {
    id: "X9",
    what: "the database is away while the server starts",
    quick: 0,
    runs: 12,
    async happens(scene) {
      const { place } = scene;
      await place.app.stop();
      place.line.refusing = true;
      const starting = place.app.start();
      await sleep(scene.between(500, 4000));
      place.line.refusing = false;
      await starting;
      await backWithin5s(scene);
      return "waited";
    },
  },
  {
    id: "X10",
    what: "the database ends connections, one by one",
    quick: 1,
    runs: 60,
    async happens(scene) {
      const sent = begin(scene);
      for (let times = scene.between(1, 6); times > 0; times--) {
        await sleep(scene.random() * 400);
        await scene.place.sql(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where usename = 'rollbook' order by random() limit 1`,
        );
      }
      await sent;
      if (scene.place.app.hasEnded()) throw new Broken("The server ended.");
      return outcomeOf(scene);
    },
  },
  {
    id: "X11",
    what: "the network to the database is gone, without a word, for a while",
    quick: 0,
    runs: 4,
    async happens(scene) {
      const sent = begin(scene);
      await sleep(scene.random() * 1500);
      scene.place.line.silent = true;
      await sleep(scene.between(2000, 45_000));
      scene.place.line.silent = false; // what was lost on the way stays lost: the connections are half dead
      await backWithin5s(scene, 30_000);
      await sent;
      return outcomeOf(scene);
    },
  },
  {
    id: "X12",
    what: "every answer of the database takes 300 ms more",
    quick: 0,
    runs: 4,
    async happens(scene) {
      const { place } = scene;
      place.line.delayMs = 150;
      const sent = scene.sendIntoTheDark(scene.newFile({ rows: scene.between(200, 2000) }));
      const { status } = await ask(place, "GET", "/api/v1/profiles?limit=10");
      if (status !== 200) throw new Broken(`A list answered ${status}.`);
      await sent;
      const last = (await scene.settles(60_000)).at(-1);
      if (last?.state !== "done") throw new Broken(`The import is ${last?.state}.`);
      return "done, only slower";
    },
  },
  {
    id: "X13",
    what: "the database has no connection left",
    quick: 0,
    runs: 6,
    async happens(scene) {
      const { place } = scene;
      const sent = begin(scene);
      await sleep(scene.random() * 600);
      const taken = await takeAll(place.directUrl);
      const begun = performance.now();
      const answers = await Promise.all(
        Array.from({ length: 30 }, () => ask(place, "GET", "/api/v1/profiles?limit=10", { withinMs: 15_000 })),
      );
      const wrong = answers.find(({ status }) => status !== 200 && status !== 503);
      if (wrong) throw new Broken(`A list answered ${wrong.status}: ${JSON.stringify(wrong.body).slice(0, 200)}`);
      const silent = answers.find(({ status, headers }) => status === 503 && !headers.has("retry-after"));
      if (silent) throw new Broken("A 503 does not say when to come back.");
      if (performance.now() - begun > 12_000) throw new Broken("Pages hung for more than 12 s.");
      await Promise.all(taken.map((client) => client.end()));
      await backWithin5s(scene);
      await sent;
      return answers.some(({ status }) => status === 503) ? "503 meanwhile" : "went on with its own";
    },
  },
];

const begin = (scene: Scene) => scene.sendIntoTheDark(scene.newFile({ rows: scene.between(500, 20_000) }));

async function backWithin5s({ place }: Scene, withinMs = 5000): Promise<void> {
  await until(withinMs, "the app is back after the database is", async () =>
    (await health(place.app.address)) === 200 ? true : undefined,
  );
  if (place.app.hasEnded()) throw new Broken("The app ended.");
}

/** Every connection that an ordinary role can have. */
async function takeAll(url: string): Promise<pg.Client[]> {
  const taken: pg.Client[] = [];
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    client.on("error", () => {});
    try {
      await client.connect();
      taken.push(client);
    } catch {
      return taken;
    }
  }
}
