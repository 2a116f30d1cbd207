import { setTimeout as sleep } from "node:timers/promises";
import { demand } from "../support/ask.ts";
import { Broken } from "../support/broken.ts";
import { type Big, makeBig, placeOfMillions, removeBig } from "../support/million.ts";
import type { Fault } from "../support/one-run.ts";
import type { Scene } from "../support/scene.ts";
import { until } from "../support/until.ts";

/* Others look at pages, count and export while much goes in. */

const CHANGED = 100_000;

export const load: Fault[] = [
  {
    id: "X27",
    what: "100,000 of a million contacts are updated, while others look at pages, count and export",
    quick: 0,
    runs: 1,
    alone: true,
    place: placeOfMillions,
    async happens(scene) {
      const { place } = scene;
      const big = await makeBig(scene);
      try {
        const idle = p95(await timesOf(scene, big, () => false));
        const rows = Array.from({ length: CHANGED }, (_, at) => `${big.keyOf(at + 1)},2`);
        const query = new URLSearchParams({ action: "append-or-update", reference: "to two" });
        const { id } = await demand<{ id: number }>(place, "POST", `/api/v1/profiles/${big.key}/imports?${query}`, {
          body: `email,spent\n${rows.join("\n")}\n`,
        });
        let isDone = false;
        const [times, counts, exports] = await Promise.all([
          timesOf(scene, big, () => !isDone),
          again(
            () => countOfTwos(scene, big),
            () => !isDone,
          ),
          again(
            () => exportedTwos(scene, big),
            () => !isDone,
          ),
          until(180_000, "the import is done", async () => {
            const [row] = await place.sql<{ state: string }>("select state from imports where id = $1", [id]);
            if (row?.state === "failed") throw new Broken("The import failed.");
            isDone = row?.state === "done";
            return isDone || undefined;
          }).finally(() => {
            isDone = true;
          }),
        ]);
        const between = [...counts, ...exports].find((count) => count !== 0 && count !== CHANGED);
        if (between !== undefined) throw new Broken(`Somebody saw ${between} of ${CHANGED} changes.`);
        if ((await countOfTwos(scene, big)) !== CHANGED) throw new Broken("The import is done and not seen.");
        const busy = p95(times);
        if (busy > Math.max(2 * idle, 500)) throw new Broken(`Pages took ${busy} ms (p95), ${idle} ms before.`);
        return `pages ${busy} ms (p95; ${idle} ms before), ${counts.length} counts and ${exports.length} exports, each of one moment`;
      } finally {
        await removeBig(scene, big);
      }
    },
  },
];

/** How long pages take, as many as come while it goes on and at least 40. */
async function timesOf({ place }: Scene, { key }: Big, goesOn: () => boolean): Promise<number[]> {
  const times: number[] = [];
  while (goesOn() || times.length < 40) {
    const begun = performance.now();
    await demand(
      place,
      "GET",
      times.length % 2 ? "/api/v1/profiles?limit=10" : `/api/v1/profiles/${key}/contacts?limit=10`,
    );
    times.push(performance.now() - begun);
    await sleep(50);
  }
  return times;
}

const p95 = (times: readonly number[]): number =>
  Math.round([...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0);

async function again(look: () => Promise<number>, goesOn: () => boolean): Promise<number[]> {
  const found: number[] = [];
  do found.push(await look());
  while (goesOn());
  return found;
}

async function countOfTwos({ place }: Scene, { key }: Big): Promise<number> {
  const rules = { field: "Spent", op: "=", value: 2 };
  return (await demand<{ count: number }>(place, "POST", `/api/v1/profiles/${key}/count`, { body: { rules } })).count;
}

/** Of an export that came to its end; read piece by piece, for who reads it whole measures nothing else meanwhile. */
async function exportedTwos({ place }: Scene, { key }: Big): Promise<number> {
  const answer = await fetch(`${place.app.address}/api/v1/profiles/${key}/export.csv`, {
    headers: { authorization: `Bearer ${place.apiKey}` },
    signal: AbortSignal.timeout(120_000),
  });
  if (answer.status !== 200 || !answer.body) throw new Broken(`An export answered ${answer.status}.`);
  let [rest, at, twos] = ["", -1, 0];
  for await (const piece of answer.body.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + piece).split(/\r?\n/);
    rest = lines.pop() ?? "";
    for (const line of lines) {
      const cells = line.split(",");
      if (at < 0) at = cells.findIndex((name) => /spent/i.test(name));
      else if (cells[at] === "2") twos++;
    }
  }
  return twos;
}
