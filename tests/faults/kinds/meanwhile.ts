import { setTimeout as sleep } from "node:timers/promises";
import { ask, demand } from "../support/ask.ts";
import { Broken } from "../support/broken.ts";
import type { Fault } from "../support/one-run.ts";
import type { Scene } from "../support/scene.ts";
import { look, observer } from "../support/staff.ts";
import { until } from "../support/until.ts";

/* People and programs do something else while an import runs. */

const HOW = ["overlapping", "the same", "backwards"] as const;

export const meanwhile: Fault[] = [
  ...([2, 10] as const).map(
    (many): Fault => ({
      id: `X18 × ${many}`,
      what: `${many} imports into one profile at once: overlapping, the same file, or the same backwards`,
      quick: 0,
      runs: many === 2 ? 40 : 10,
      async happens(scene) {
        const first = scene.newFile({ rows: scene.between(500, 20_000 / many) });
        const how = HOW[scene.between(0, HOW.length)] as (typeof HOW)[number];
        const others = Array.from({ length: many - 1 }, (_, at) => {
          if (how === "overlapping") return scene.newFile({ rows: scene.between(500, 20_000 / many) });
          const reference = `${how} ${at}`;
          const file = how === "the same" ? { ...first, reference } : first.reversed(reference);
          scene.files.push(file);
          return file;
        });
        await Promise.all([first, ...others].map((file) => scene.send(file)));
        const rows = await scene.settles(120_000);
        const undone = rows.filter(({ state }) => state !== "done");
        if (undone.length > 0) throw new Broken(`Imports ended as ${undone.map(({ state }) => state).join(", ")}.`);
        return `${how}: all done, one after another`;
      },
    }),
  ),
  {
    id: "X18 other",
    what: "the same people go into two profiles at once",
    quick: 0,
    runs: 15,
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
    id: "X22",
    what: "the key is revoked during an import",
    quick: 0,
    runs: 20,
    async happens(scene) {
      const { place } = scene;
      const file = scene.newFile();
      const asks = scene.random() < 0.5;
      const sent = scene.sendIntoTheDark(file, asks ? { query: { apply: "false" } } : {});
      if (asks) await scene.reaches(file, ["ready"]);
      else await sleep(scene.random() * 900);
      await place.sql("update api_keys set revoked_at = now()");
      try {
        const path = asks ? `/api/v1/imports/${(await sent)?.id}/apply?confirmLeave=true` : "/api/v1/profiles";
        const { status } = await ask(place, asks ? "POST" : "GET", path);
        if (status !== 401) throw new Broken(`A revoked key is answered ${status}.`);
        await sent;
        const last = (await scene.settles()).at(-1);
        if (asks && last?.state !== "ready") throw new Broken(`What nobody confirmed is ${last?.state}.`);
      } finally {
        await place.sql("update api_keys set revoked_at = null");
      }
      return asks ? "its confirmation refused, the import waits" : "refused from the next request on";
    },
  },
  {
    id: "X26",
    what: "broken cookies and keys",
    quick: 0,
    runs: 30,
    async happens(scene) {
      const { place } = scene;
      const { cookie: whole } = await observer(place);
      const junk = () =>
        Buffer.from(Array.from({ length: scene.between(1, 200) }, () => scene.between(33, 126))).toString();
      for (let tries = 0; tries < 10; tries++) {
        const made = encodeURIComponent(junk());
        for (const cookie of [`rollbook=${made}; __Host-rollbook=${made}`, tampered(whole, scene)]) {
          const page = await look(place, "/profiles", cookie);
          if (page.status !== 307) throw new Broken(`A broken cookie is answered ${page.status}.`);
        }
        for (const key of [junk(), tampered(place.apiKey, scene)]) {
          const api = await fetch(`${place.app.address}/api/v1/profiles`, {
            headers: { authorization: `Bearer ${key}` },
          });
          if (api.status !== 401) throw new Broken(`A broken key is answered ${api.status}.`);
        }
      }
      const { status } = await look(place, "/profiles", whole);
      if (status !== 200) throw new Broken(`The whole cookie is answered ${status}.`);
      return "asked to sign in";
    },
  },
];

/** One character of it is another one: not the name before it, nor the last, of which not every bit counts. */
function tampered(token: string, scene: Scene): string {
  const at = scene.between("rollbook=".length, token.length - 1);
  return token.slice(0, at) + (token[at] === "A" ? "B" : "A") + token.slice(at + 1);
}
