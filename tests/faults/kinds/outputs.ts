import { freePort } from "#scripts/postgres/server.ts";
import type { App } from "../support/app.ts";
import { ask } from "../support/ask.ts";
import { Broken } from "../support/broken.ts";
import type { Fault } from "../support/one-run.ts";
import type { Scene } from "../support/scene.ts";

/* Nobody reads what the server says, or it cannot be written any more. */

export const outputs: Fault[] = [
  {
    id: "X16 full",
    what: "all that the server says goes to a full disk",
    quick: 0,
    runs: 4,
    async happens(scene) {
      const command = `exec ${process.execPath} scripts/start.ts >/dev/full 2>&1`;
      const other = await scene.place.another({ command: ["sh", "-c", command], port: await freePort() });
      return goesOn(scene, other);
    },
  },
  {
    id: "X16 blocked",
    what: "nobody reads what the server says: the pipe is full",
    quick: 0,
    runs: 4,
    async happens(scene) {
      const other = await scene.place.another();
      other.stopListening();
      return goesOn(scene, other);
    },
  },
];

/** Enough requests that no pipe holds what is said of them, then an import. */
async function goesOn(scene: Scene, other: App): Promise<string> {
  const { place } = scene;
  for (let round = 0; round < 40; round++) {
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        ask(place, "GET", "/api/v1/nothing", { address: other.address, withinMs: 10_000 }),
      ),
    );
    if (answers.some(({ status }) => status !== 404)) throw new Broken("A request was not answered.");
  }
  const file = scene.newFile();
  await scene.send(file, { address: other.address });
  await scene.reaches(file, ["done"]);
  return "goes on";
}
