import { setTimeout as sleep } from "node:timers/promises";
import { ask, demand } from "../support/ask.ts";
import { Broken } from "../support/invariants.ts";
import type { Fault } from "../support/one-run.ts";
import { type Scene, until } from "../support/scene.ts";

/* People and programs do something else while an import runs. */

export const meanwhile: Fault[] = [
  ...([2, 10] as const).map(
    (many): Fault => ({
      id: `X18 × ${many}`,
      what: `${many} overlapping imports into one profile at once`,
      quick: 0,
      runs: many === 2 ? 60 : 20,
      async happens(scene) {
        const files = Array.from({ length: many }, () => scene.newFile({ rows: scene.between(500, 20_000 / many) }));
        await Promise.all(files.map((file) => scene.send(file)));
        const rows = await scene.settles(120_000);
        const undone = rows.filter(({ state }) => state !== "done");
        if (undone.length > 0) throw new Broken(`Imports ended as ${undone.map(({ state }) => state).join(", ")}.`);
        return "all done, one after another";
      },
    }),
  ),
  {
    id: "X18 other",
    what: "the same people go into two profiles at once",
    quick: 0,
    runs: 20,
    async happens(scene) {
      const { place } = scene;
      const fields = [{ name: "Name", type: "text" }];
      const other = `${scene.profile.name} other`;
      const { key } = await demand<{ key: string }>(place, "POST", "/api/v1/profiles", {
        body: { name: other, type: "regular", fields },
      });
      const file = scene.newFile({ rows: scene.between(1000, 10_000), action: "append" });
      const [, second] = await Promise.all([
        scene.send(file),
        demand<{ id: number }>(place, "POST", `/api/v1/profiles/${key}/imports?reference=other`, { body: file.text }),
      ]);
      await scene.reaches(file, ["done"]);
      await until(30_000, `import ${second.id} is done`, async () => {
        const [row] = await place.sql<{ state: string }>("select state from imports where id = $1", [second.id]);
        return row?.state === "done" ? true : undefined;
      });
      await demand(place, "DELETE", `/api/v1/profiles/${key}?${new URLSearchParams({ confirm: other })}`);
      return "both done";
    },
  },
  {
    id: "X19 profile",
    what: "the profile is deleted during an import",
    quick: 0,
    runs: 40,
    happens: (scene) => deleteMeanwhile(scene, `?${new URLSearchParams({ confirm: scene.profile.name })}`),
  },
  {
    id: "X19 field",
    what: "a field is deleted during an import",
    quick: 0,
    runs: 40,
    happens: (scene) => deleteMeanwhile(scene, "/fields/Spent?confirm=Spent", () => forgetSpent(scene)),
  },
  {
    id: "X22",
    what: "the key is revoked during an import",
    quick: 0,
    runs: 20,
    async happens(scene) {
      const { place } = scene;
      const file = scene.newFile();
      const sent = scene.sendIntoTheDark(file);
      await sleep(scene.random() * 900);
      await place.sql("update api_keys set revoked_at = now()");
      try {
        const { status } = await ask(place, "GET", "/api/v1/profiles");
        if (status !== 401) throw new Broken(`A revoked key is answered ${status}.`);
        await sent;
        await scene.settles();
      } finally {
        await place.sql("update api_keys set revoked_at = null");
      }
      return "refused from the next request on";
    },
  },
  {
    id: "X26",
    what: "broken cookies and keys",
    quick: 0,
    runs: 20,
    async happens(scene) {
      const { place } = scene;
      const junk = () =>
        Buffer.from(Array.from({ length: scene.between(1, 200) }, () => scene.between(33, 126))).toString();
      for (let tries = 0; tries < 10; tries++) {
        const cookie = encodeURIComponent(junk());
        const page = await fetch(`${place.app.address}/profiles`, {
          headers: { cookie: `rollbook=${cookie}; __Host-rollbook=${cookie}` },
          redirect: "manual",
        });
        if (page.status !== 307) throw new Broken(`A broken cookie is answered ${page.status}.`);
        const api = await fetch(`${place.app.address}/api/v1/profiles`, {
          headers: { authorization: `Bearer ${junk()}` },
        });
        if (api.status !== 401) throw new Broken(`A broken key is answered ${api.status}.`);
      }
      return "asked to sign in";
    },
  },
  ...clocks(),
];

/** Of the app server: Node's Date is moved by a module that is loaded first (support/moved-clock.ts). The database's is right. */
function clocks(): Fault[] {
  const HOUR = 3_600_000;
  const moves: [name: string, by: () => number][] = [
    ["one hour slow", () => -HOUR],
    ["one hour fast", () => HOUR],
    ["at 29 February 2028", () => Date.UTC(2028, 1, 29, 23, 59, 30) - Date.now()],
    ["beyond January 2038", () => Date.UTC(2038, 0, 20) - Date.now()],
  ];
  return moves.map(([name, by]) => ({
    id: `X23 ${name}`,
    what: `the app server's clock is ${name}`,
    quick: 0,
    runs: 5,
    async happens(scene) {
      const { place } = scene;
      const other = await place.another({
        nodeOptions: ["--import", "./tests/faults/support/moved-clock.ts"],
        env: { ROLLBOOK_TEST_CLOCK: String(by()) },
      });
      await place.app.stop();
      const file = scene.newFile();
      const sent = await scene.send(file, { address: other.address });
      await scene.reaches(file, ["done"]);
      await ask(place, "POST", `/api/v1/imports/${sent.id}/undo`, { address: other.address });
      await scene.reaches(file, ["undone"]);
      return "done and undone";
    },
  }));
}

/** Asks for the end of the profile, or of what `below` names in it, while a file goes in. */
async function deleteMeanwhile(scene: Scene, below: string, afterwards = () => {}): Promise<string> {
  const { place, profile } = scene;
  const sent = scene.sendIntoTheDark(scene.newFile());
  await sleep(scene.random() * 900);
  const { status, body } = await ask(place, "DELETE", `/api/v1/profiles/${profile.key}${below}`);
  if (status >= 500 && status !== 503) throw new Broken(`Deleting answered ${status} ${JSON.stringify(body)}.`);
  await sent;
  const last = (await scene.settles()).at(-1);
  if (status >= 300) return `refused (${status})`;
  afterwards();
  return `deleted, the import ${last?.state}`;
}

/** The field is gone, so the files bring no such value any more. */
function forgetSpent(scene: Scene): void {
  for (const [at, file] of scene.files.entries()) {
    scene.files[at] = {
      ...file,
      applyTo: (before) => new Map([...file.applyTo(before)].map(([key, { name }]) => [key, { name, spent: null }])),
    };
  }
}
