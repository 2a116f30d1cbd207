import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { ROOT } from "#scripts/root.ts";
import { addressOf } from "#tests/support/running.ts";
import { createTestDatabase, dropTestDatabase, ownerUrlOf } from "#tests/support/test-database.ts";
import { installation } from "./support/installation.ts";
import { alive, family } from "./support/processes.ts";

const health = async (address: string) => (await fetch(`${address}/healthz`)).status;

it("starts on an empty folder, says where it is and how to make the first administrator, and stops whole", async () => {
  const { start } = installation();
  const running = start();
  const address = await addressOf(running);
  expect(await health(address)).toBe(200);
  const [, link = ""] = await running.says(/^Create the first administrator \(the link works once\): (\S+)$/m);
  expect(link.startsWith(`${address}/setup/`)).toBe(true);
  expect((await fetch(link)).status).toBe(200);

  const all = family(running.pid);
  expect(all.length).toBeGreaterThan(3); // the database is among them
  running.signal("SIGTERM");
  expect(await running.ended()).toEqual({ code: 0, signal: null });
  expect(alive(all)).toEqual([]);
});

it("is `npm start`, which ends with all that it started", async () => {
  const { start } = installation();
  const first = start({ command: ["npm", "start"], cwd: ROOT });
  await addressOf(first);
  const before = family(first.pid);
  await first.stop();
  expect(await gone(before)).toEqual([]);

  const begun = performance.now();
  const second = start({ command: ["npm", "start"], cwd: ROOT });
  const address = await addressOf(second);
  console.log(
    `npm start was ready after ${((performance.now() - begun) / 1000).toFixed(1)} s, with build and data there`,
  );
  expect(await health(address)).toBe(200);
  const all = family(second.pid);
  second.signal("SIGTERM");
  await second.ended();
  expect(await gone(all)).toEqual([]);
});

it("stops whole when it is told so while it starts", async () => {
  const { start, databasePid } = installation();
  const running = start();
  while (databasePid() === undefined) await sleep(5);
  const all = [...family(running.pid), databasePid() ?? 0];
  running.signal("SIGTERM");
  expect((await running.ended()).code).toBe(0);
  expect(alive(all)).toEqual([]);
  expect(running.output()).not.toContain("ready");
});

it("uses the database that DATABASE_URL names, and brings none of its own", async () => {
  const { start, databasePid } = installation();
  const database = await createTestDatabase();
  try {
    const running = start({ env: { DATABASE_URL: database, DATABASE_OWNER_URL: ownerUrlOf(database) } });
    expect(await health(await addressOf(running))).toBe(200);
    expect(databasePid()).toBeUndefined();
    await running.stop();
  } finally {
    await dropTestDatabase(database);
  }
});

it("waits for a database that is not there yet, and can be stopped meanwhile", async () => {
  const { start } = installation();
  const running = start({ env: { DATABASE_URL: "postgresql://ana:secret@127.0.0.1:1/rollbook" } });
  await running.says(/^The database cannot be reached \(ECONNREFUSED\); waiting for it\.$/m);
  running.signal("SIGTERM");
  expect((await running.ended()).code).toBe(0);
  expect(running.output()).not.toContain("secret");
});

it("refuses a second start on one folder, and the first goes on", async () => {
  const { start } = installation();
  const first = start();
  const address = await addressOf(first);
  const second = start();
  expect((await second.ended()).code).toBe(1);
  expect(second.output()).toBe(
    `Rollbook runs already on this data folder, as process ${first.pid}. Stop that one, or set DATA_DIR and PORT for a second.\n`,
  );
  expect(await health(address)).toBe(200);
});

it("says that its port is taken, and leaves no database running", async () => {
  const { start, databasePid } = installation();
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as { port: number };
  const running = start({ env: { PORT: String(port) } });
  expect((await running.ended()).code).toBe(1);
  other.close();
  expect(running.output()).toContain(`Port ${port} is taken by another program. Set PORT to a free one.\n`);
  expect(databasePid()).toBeUndefined();
});

it("says what is wrong with a setting before it starts anything", async () => {
  const { start, databasePid } = installation();
  const running = start({ env: { PORT: "eighty" } });
  expect((await running.ended()).code).toBe(1);
  expect(running.output()).toBe('PORT is "eighty": it must be a port from 1 to 65535, or 0 for any free one.\n');
  expect(databasePid()).toBeUndefined();
});

it("says that the first administrator's password is too weak", async () => {
  const { start, databasePid } = installation();
  const running = start({ env: { ADMIN_EMAIL: "ada@example.com", ADMIN_PASSWORD: "password" } });
  expect((await running.ended()).code).toBe(1);
  expect(running.output()).toMatch(/password/i);
  expect(running.output()).not.toMatch(/^ +at /m); // a sentence, not a stack
  expect(databasePid()).toBeUndefined();
});

/** npm ends before what it has started: those notice, and stop in order. */
async function gone(pids: number[]): Promise<number[]> {
  for (let tries = 0; tries < 200 && alive(pids).length > 0; tries++) await sleep(50);
  return alive(pids);
}
