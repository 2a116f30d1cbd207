import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { call, importFile } from "./support/api.ts";
import { type FilledProfile, fillProfile } from "./support/fill-profile.ts";
import type { Installation } from "./support/installation.ts";
import type { Bench } from "./support/result.ts";

const VIRTUAL = 5;
const MOST_TIMES = 1.5;

/**
 * A file that changes everybody in the profile is checked, up to the review, while virtual profiles over it want to know
 * whom they gain and lose. Nothing is applied. The floor is the same without them.
 */
export const reviewBench: Bench = async ({ installation, folder, rows }) => {
  const profile = await fillProfile(installation, { name: "Bench", rows });
  const path = join(folder, "everybody.csv");
  await writeEverybody(installation, profile, path);
  const floorSeconds = await checked(installation, profile, path);
  for (let at = 0; at < VIRTUAL; at++) await makeVirtual(installation, profile, at);
  const seconds = await checked(installation, profile, path);
  const ratio = seconds / floorSeconds;
  return [
    {
      name: `review with ${VIRTUAL} virtual profiles`,
      rows,
      seconds,
      floorSeconds,
      ratio,
      perSecond: rows / seconds,
      target: `at most ${MOST_TIMES} × the review without them`,
      met: ratio <= MOST_TIMES,
    },
  ];
};

async function writeEverybody({ databaseUrl }: Installation, { table, column }: FilledProfile, path: string) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const query = `select key as "Email", ${column.Orders} + 1 as "Orders", ${column.City} as "City" from ${table}`;
  await pipeline(client.query(copyTo(`copy (${query}) to stdout (format csv, header)`)), createWriteStream(path));
  await client.end();
}

/** Seconds from the upload to the review. */
async function checked(installation: Installation, { key }: FilledProfile, path: string): Promise<number> {
  const begun = performance.now();
  const options = { action: "append-or-update", apply: "false" };
  const { id } = await importFile(installation, key, path, options, "ready");
  const seconds = (performance.now() - begun) / 1000;
  await call(installation, "POST", `/api/v1/imports/${id}/cancel`);
  return seconds;
}

async function makeVirtual(installation: Installation, { key }: FilledProfile, at: number): Promise<void> {
  const rules = {
    all: [
      { field: "Orders", op: ">", value: at * 5 },
      { field: "City", op: "contains", value: "a" },
      { field: "Subscribed", op: "yes" },
    ],
  };
  const body = JSON.stringify({ name: `Over it ${at}`, type: "virtual", source: key, rules });
  await call(installation, "POST", "/api/v1/profiles", body, "application/json");
}
