import { request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, expect, it } from "vitest";
import { addressOf, type Running, run } from "#tests/support/running.ts";
import { removeScratch, scratchFolder } from "#tests/support/scratch.ts";
import { createTestDatabase, dropTestDatabase, ownerUrlOf } from "#tests/support/test-database.ts";

/* A server that dies in the middle of an import leaves nothing or everything: what was received goes on, what was not is Interrupted. */

const ROWS = 60_000;
const databaseUrl = await createTestDatabase();
const folder = scratchFolder("imports");
const database = new pg.Client({ connectionString: databaseUrl });
await database.connect();
let product = start();
let address = await addressOf(product);
const key = await makeKey();
const profile = await makeProfile();

afterAll(async () => {
  await product.stop();
  await database.end();
  await dropTestDatabase(databaseUrl);
  await removeScratch(folder);
});

function start(): Running {
  return run({
    env: {
      PORT: "0",
      DATABASE_URL: databaseUrl,
      DATABASE_OWNER_URL: ownerUrlOf(databaseUrl),
      DATA_DIR: folder,
      ADMIN_EMAIL: "a@rollbook.test",
      ADMIN_PASSWORD: "a long and quiet sentence",
    },
  });
}

async function dieAndStartAgain(): Promise<void> {
  product.signal("SIGKILL");
  await product.ended();
  product = start();
  address = await addressOf(product);
}

async function makeKey(): Promise<string> {
  const made = run({
    env: { DATABASE_URL: databaseUrl },
    command: [process.execPath, "scripts/create-key.ts", "--name", "walk", "--role", "editor"],
  });
  await made.ended();
  return /^rb_\S+$/m.exec(made.output())?.[0] ?? "";
}

async function ask<Answer>(method: string, path: string, body?: string, type = "application/json"): Promise<Answer> {
  const answer = await fetch(address + path, {
    method,
    body,
    headers: { authorization: `Bearer ${key}`, ...(body ? { "content-type": type } : {}) },
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

async function makeProfile(): Promise<string> {
  const fields = [{ name: "Name", type: "text" }];
  return (
    await ask<{ key: string }>("POST", "/api/v1/profiles", JSON.stringify({ name: "Walk", type: "regular", fields }))
  ).key;
}

const fileOf = (name: string) =>
  `email,name\n${Array.from({ length: ROWS }, (_, row) => `${name}${row}@example.com,Somebody\n`).join("")}`;

async function stateOf(id: number): Promise<string> {
  const { rows } = await database.query("select state from imports where id = $1", [id]);
  return rows[0]?.state;
}

async function reaches(id: number, states: string[], withinMs = 60_000): Promise<string> {
  for (const until = Date.now() + withinMs; Date.now() < until; await sleep(20)) {
    const state = await stateOf(id);
    if (states.includes(state)) return state;
  }
  throw new Error(`import ${id} is ${await stateOf(id)}, not ${states.join(" or ")}`);
}

async function counts(): Promise<{ members: number; counted: number; people: number }> {
  const { rows } = await database.query(`
    select (select count(*) from audience.profile_1)::int as members, (select count(*) from contacts)::int as people,
      (select active + unsubscribed + bounced from profiles where id = 1)::int as counted`);
  return rows[0];
}

it.each(["checking", "applying"])(
  "an import that was %s when the server was killed is done by the next one, once",
  async (state) => {
    const before = await counts();
    const { id } = await ask<{ id: number }>("POST", `/api/v1/profiles/${profile}/imports`, fileOf(state), "text/csv");
    await reaches(id, [state, "done"]);
    await dieAndStartAgain();
    await reaches(id, ["done"]);
    const members = before.members + ROWS;
    expect(await counts()).toEqual({ members, counted: members, people: members });
  },
);

it("a file that was arriving when the server was killed is Interrupted, and changed nothing", async () => {
  const before = await counts();
  const upload = request(`${address}/api/v1/profiles/${profile}/imports`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-length": 10_000_000 },
  });
  upload.on("error", () => {}); // the server is killed under it
  upload.write(fileOf("cut").slice(0, 2_000_000));
  const id = await newest("receiving");
  await dieAndStartAgain();
  await reaches(id, ["interrupted"], 10_000);
  expect(await counts()).toEqual(before);
  const { rows } = await database.query("select from information_schema.tables where table_schema = 'staging'");
  expect(rows).toEqual([]);
});

async function newest(state: string): Promise<number> {
  for (const until = Date.now() + 20_000; Date.now() < until; await sleep(20)) {
    const { rows } = await database.query("select id from imports where state = $1 order by id desc limit 1", [state]);
    if (rows[0]) return Number(rows[0].id);
  }
  throw new Error(`no import is ${state}`);
}
