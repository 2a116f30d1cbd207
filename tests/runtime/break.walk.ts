import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { expect, it } from "vitest";
import { addressOf } from "#tests/support/running.ts";
import { type Installation, installation } from "./support/installation.ts";
import { alive } from "./support/processes.ts";

it("is there again after `kill -9` of its whole group, with every committed row", async () => {
  const place = installation();
  const first = place.start({ group: true });
  await addressOf(first);
  await query(place, "create table audience.kept (n int); insert into audience.kept select generate_series(1, 1000)");
  const orphan = place.databasePid() ?? 0;
  await first.kill();
  expect(alive([orphan])).toEqual([orphan]);

  const second = place.start();
  await addressOf(second);
  expect(second.output()).toContain("Stopped the PostgreSQL server that an earlier run had left behind.");
  expect(alive([orphan])).toEqual([]);
  expect(await query(place, "select count(*)::int as count from audience.kept")).toEqual([{ count: 1000 }]);
});

it("is there again after app and database died together, with every committed row and none that was not", async () => {
  const place = installation();
  const first = place.start({ group: true });
  await addressOf(first);
  await query(place, "create table audience.kept (n int); insert into audience.kept select generate_series(1, 1000)");
  const open = await connect(place);
  await open.query("begin; insert into audience.kept select generate_series(1, 1000)");
  const database = place.databasePid() ?? 0;
  await Promise.all([first.kill(), process.kill(database, "SIGKILL")]);

  const second = place.start();
  await addressOf(second);
  expect(await query(place, "select count(*)::int as count from audience.kept")).toEqual([{ count: 1000 }]);
});

it("writes down without its values what nobody caught, and goes on", async () => {
  const place = installation();
  const hook = "process.on('SIGUSR2', () => void Promise.reject(new Error('eve@example.com is in the way')))";
  const running = place.start({ env: { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(hook)}` } });
  const address = await addressOf(running);
  running.signal("SIGUSR2");
  await running.says(/unhandledRejection: .*"name":"Error"/);
  expect((await fetch(`${address}/healthz`)).status).toBe(200);
  expect(running.output()).not.toContain("eve@example.com");
});

it("survives the end of its database, and starts it again by itself", async () => {
  const place = installation();
  const running = place.start();
  const address = await addressOf(running);
  const health = async () => (await fetch(`${address}/healthz`)).status;
  const before = place.databasePid() ?? 0;
  process.kill(before, "SIGKILL");
  await running.says(/^PostgreSQL stopped by itself; starting it again\.$/m);
  expect(await health()).toBe(503);
  await running.says(/^PostgreSQL is back\.$/m);
  for (let tries = 0; tries < 200 && (await health()) !== 200; tries++) await sleep(50);
  expect(await health()).toBe(200);
  expect(place.databasePid()).not.toBe(before);
});

async function connect(place: Installation): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: place.databaseUrl() });
  client.on("error", () => {}); // it is killed
  await client.connect();
  return client;
}

async function query(place: Installation, text: string): Promise<unknown[]> {
  const client = await connect(place);
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}
