import { request } from "node:http";
import { connect, type Socket } from "node:net";
import { ask, demand, health } from "../support/ask.ts";
import { Broken } from "../support/broken.ts";
import type { Fault } from "../support/one-run.ts";
import type { Scene } from "../support/scene.ts";
import { until } from "../support/until.ts";

/* Whoever sends goes away, is slow, or presses twice. */

export const clients: Fault[] = [
  ...([0.1, 0.5, 0.999] as const).map(
    (share): Fault => ({
      id: `X5 at ${share * 100}%`,
      what: `the client is gone after ${share * 100} % of the file`,
      quick: share === 0.5 ? 1 : 0,
      runs: 20,
      async happens(scene) {
        const file = scene.newFile({ rows: scene.between(25_000, 30_000) });
        const before = await countOf(scene);
        await goneAfter(scene, file, share, scene.random() < 0.5 ? "reset" : "close");
        await until(10_000, "the upload is Interrupted", async () =>
          (await scene.imports()).find(
            ({ reference, state }) => reference === file.reference && state === "interrupted",
          ),
        );
        if ((await countOf(scene)) !== before) throw new Broken("Rows of an upload that broke off are there.");
        return "interrupted";
      },
    }),
  ),
  {
    id: "X6",
    what: "the client is gone after the last byte, and asks again with the same key",
    quick: 1,
    runs: 40,
    async happens(scene) {
      const file = scene.newFile();
      const key = `key ${file.reference} ${scene.who}`;
      await goneAfter(scene, file, 1, "reset", key);
      const again = await scene.send(file, { key });
      if (again.status === 409) {
        // The first one broke off while this one waited for it, and says so: the key is free.
        const third = await scene.send(file, { key });
        if (third.status !== 202) throw new Broken(`Sent again: ${third.status} ${JSON.stringify(third.body)}`);
      } else if (again.status !== 202) throw new Broken(`Sent again: ${again.status} ${JSON.stringify(again.body)}`);
      const rows = await scene.settles();
      const done = rows.filter(({ reference, state }) => reference === file.reference && state === "done");
      if (done.length !== 1) throw new Broken(`It was imported ${done.length} times.`);
      return "once";
    },
  },
  {
    id: "X7",
    what: "200 uploads of 1 KB a second, while others look at pages",
    quick: 0,
    runs: 2,
    alone: true,
    async happens(scene) {
      const { place } = scene;
      const idle = await p95(scene);
      const { hostname, port } = new URL(place.app.address);
      const sockets = Array.from({ length: 200 }, () => trickle(scene, hostname, Number(port)));
      await until(15_000, "all 200 are Receiving", async () => {
        const receiving = (await scene.imports()).filter(({ state }) => state === "receiving");
        return receiving.length === sockets.length ? true : undefined;
      });
      const busy = await p95(scene);
      const [held] = await place.sql<{ count: number }>(
        "select count(*)::int as count from pg_stat_activity where usename = 'rollbook' and xact_start is not null",
      );
      if ((held?.count ?? 0) > 5) throw new Broken(`${held?.count} connections are held while bytes are waited for.`);
      if (busy > Math.max(idle * 2, 200)) throw new Broken(`Pages took ${busy} ms (p95), ${idle} ms before.`);
      const [cutShort, patient] = scene.random() < 0.5 ? [true, false] : [false, true];
      if (patient) {
        await until(60_000, "the product cuts those who trickle", async () =>
          sockets.every((socket) => socket.destroyed) ? true : undefined,
        );
      }
      for (const socket of sockets) socket.destroy();
      await until(30_000, "all uploads are Interrupted", async () =>
        (await scene.imports()).some(({ state }) => state === "receiving") ? undefined : true,
      );
      return cutShort ? "interrupted" : "cut by the product after half a minute";
    },
  },
  {
    id: "X20",
    what: "the same upload, Apply and Undo ten times at once",
    quick: 1,
    runs: 40,
    async happens(scene) {
      const { place } = scene;
      const file = scene.newFile();
      const key = `ten ${file.reference} ${scene.who}`;
      const ten = <Answer>(work: () => Promise<Answer>) => Promise.all(Array.from({ length: 10 }, work));
      const sent = await ten(() => scene.send(file, { key, query: { apply: "false" } }));
      const ids = new Set(sent.map(({ id }) => id));
      if (ids.size !== 1) throw new Broken(`Ten uploads with one key made imports ${[...ids].join(", ")}.`);
      const { id } = await scene.reaches(file, ["ready"]);
      const applied = await ten(() => ask(place, "POST", `/api/v1/imports/${id}/apply?confirmLeave=true`));
      check(applied);
      await scene.reaches(file, ["done"]);
      check(await ten(() => ask(place, "POST", `/api/v1/imports/${id}/undo`)));
      await scene.reaches(file, ["undone"]);
      return "each once";

      function check(answers: { status: number }[]): void {
        const wrong = answers.find(({ status }) => status !== 202 && status !== 409);
        if (wrong || !answers.some(({ status }) => status === 202))
          throw new Broken(`Answers were ${answers.map(({ status }) => status).join(", ")}.`);
      }
    },
  },
];

async function countOf({ place, profile }: Scene): Promise<number> {
  const [row] = await place.sql<{ count: number }>(`select count(*)::int as count from audience.profile_${profile.id}`);
  return row?.count ?? 0;
}

/** Sends a share of the file and goes away. */
function goneAfter(
  { place, profile }: Scene,
  file: { text: string; action: string; reference: string },
  share: number,
  how: "reset" | "close",
  key?: string,
): Promise<void> {
  const body = Buffer.from(file.text);
  const part = body.subarray(0, Math.floor(body.length * share));
  const query = new URLSearchParams({ action: file.action, reference: file.reference, confirmLeave: "true" });
  return new Promise((done) => {
    const upload = request(`${place.app.address}/api/v1/profiles/${profile.key}/imports?${query}`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${place.apiKey}`,
        "content-type": "text/csv",
        "content-length": body.length,
        ...(key === undefined ? {} : { "idempotency-key": key }),
      },
    });
    upload.on("error", () => done()).on("close", done);
    upload.write(part, () => {
      // Received, not only sent.
      setTimeout(() => (how === "reset" ? upload.socket?.resetAndDestroy() : upload.destroy()), share === 1 ? 5 : 300);
    });
  });
}

/** A request that never gets to its end: 1 KB each second. */
function trickle({ place, profile }: Scene, hostname: string, port: number): Socket {
  const socket = connect(port, hostname);
  socket.on("error", () => {});
  socket.write(
    `POST /api/v1/profiles/${profile.key}/imports?reference=slow HTTP/1.1\r\nhost: ${hostname}\r\n` +
      `authorization: Bearer ${place.apiKey}\r\ncontent-type: text/csv\r\ncontent-length: 10000000\r\n\r\nemail,name\n`,
  );
  const dripping = setInterval(() => socket.write(`${"x".repeat(1000)}\n`), 1000);
  socket.once("close", () => clearInterval(dripping));
  return socket;
}

async function p95(scene: Scene): Promise<number> {
  const times: number[] = [];
  for (let tries = 0; tries < 30; tries++) {
    const begun = performance.now();
    await demand(scene.place, "GET", "/api/v1/profiles?limit=10");
    if ((await health(scene.place.app.address)) !== 200) throw new Broken("/healthz does not answer.");
    times.push(performance.now() - begun);
  }
  return Math.round(times.sort((a, b) => a - b)[28] ?? 0);
}
