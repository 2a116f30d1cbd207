import { setTimeout as sleep } from "node:timers/promises";
import { Broken } from "../support/broken.ts";
import type { Fault } from "../support/one-run.ts";
import { outcomeOf } from "../support/scene.ts";
import { until } from "../support/until.ts";

/* Several app servers on one database. */

export const servers: Fault[] = [
  {
    id: "R1",
    what: "a rolling restart of two servers while an import runs",
    quick: 0,
    runs: 10,
    async happens(scene) {
      const { place } = scene;
      const other = await place.another();
      const file = scene.newFile({ rows: scene.between(5000, 40_000) });
      const sent = scene.send(file);
      sent.catch(() => {}); // waited for below
      await sleep(scene.random() * 1500);
      const code = await place.app.stop();
      if (code !== 0) throw new Broken(`The first ended with ${code}.`);
      const { status, body } = await sent;
      if (status !== 202) throw new Broken(`The upload under way was answered ${status} ${JSON.stringify(body)}.`);
      await place.app.start();
      const otherCode = await other.stop();
      if (otherCode !== 0) throw new Broken(`The second ended with ${otherCode}.`);
      await scene.reaches(file, ["done"], 60_000);
      return "done, nothing lost";
    },
  },
  {
    id: "R2",
    what: "one of two servers is killed; the other takes over",
    quick: 0,
    runs: 12,
    async happens(scene) {
      const { place } = scene;
      const other = await place.another();
      const sent = scene.sendIntoTheDark(scene.newFile({ rows: scene.between(2000, 30_000) }), {
        address: other.address,
      });
      await sleep(scene.random() * 2500);
      await other.kill();
      await sent;
      await until(60_000, "nothing of the dead server is half any more, and no server was started", async () =>
        (await scene.imports()).some(({ state }) => ["receiving", "checking", "applying", "ready"].includes(state))
          ? undefined
          : true,
      );
      return outcomeOf(scene);
    },
  },
];
