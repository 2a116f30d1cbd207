import { setTimeout as sleep } from "node:timers/promises";
import { Broken } from "../support/broken.ts";
import type { Fault } from "../support/one-run.ts";
import { until } from "../support/until.ts";

/* A server that neither works nor ends: its connections stay open, and nobody speaks on them. */

const MINUTE = 60_000;

export const frozen: Fault[] = [
  {
    id: "X3",
    what: "the server is frozen for a minute, and another one lives",
    quick: 0,
    runs: 2,
    async happens(scene) {
      const { place } = scene;
      const other = await place.another();
      const file = scene.newFile({ rows: scene.between(5000, 30_000) });
      const sent = scene.sendIntoTheDark(file);
      await sleep(scene.random() * 2500);
      place.app.freeze();
      // The other one takes over what was begun, and somebody else's import of the same profile gets in.
      const second = scene.newFile();
      const begun = performance.now();
      await scene.send(second, { address: other.address });
      await until(60_000, "another import of the profile is in while one server is frozen", async () =>
        (await scene.imports()).some(({ reference, state }) => reference === second.reference && state === "done")
          ? true
          : undefined,
      );
      await until(60_000, "nothing of the frozen server is half any more", async () =>
        (await scene.imports()).some(({ state }) => ["receiving", "checking", "applying"].includes(state))
          ? undefined
          : true,
      );
      const seconds = Math.round((performance.now() - begun) / 1000);
      await sleep(Math.max(0, MINUTE - (performance.now() - begun)));
      place.app.thaw();
      await sent;
      if (place.app.hasEnded()) throw new Broken("It did not survive being frozen.");
      return `taken over within ${seconds <= 10 ? 10 : seconds <= 30 ? 30 : 60} s`;
    },
  },
];
