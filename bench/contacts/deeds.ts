import { setTimeout as sleep } from "node:timers/promises";
import type { Installation } from "../support/installation.ts";
import type { Result } from "../support/result.ts";
import { hiddenIn, signIn } from "../support/session.ts";
import type { Filled } from "./filled.ts";

const LEAST_EXPORTED_PER_SECOND = 150_000;
/** An export keeps a few pieces of the file, whatever its length. */
const MOST_GROWTH_MB = 40;

/** The whole profile as CSV through the API, read as fast as it comes. */
export async function exportAll({ address, apiKey, ...installation }: Installation, { key }: Filled, rows: number) {
  const before = installation.restartPeakMB();
  const begun = performance.now();
  const response = await fetch(`${address}/api/v1/profiles/${key}/export.csv`, {
    headers: { authorization: `Bearer ${apiKey}` },
  });
  let lines = 0;
  for await (const piece of response.body ?? []) lines += linesIn(piece);
  const seconds = (performance.now() - begun) / 1000;
  if (lines !== rows + 1) throw new Error(`${lines} lines were exported.`);
  const peakMemoryMB = installation.peakMemoryMB();
  const perSecond = rows / seconds;
  return {
    name: "export",
    rows,
    seconds,
    perSecond,
    peakMemoryMB,
    target: `at least ${LEAST_EXPORTED_PER_SECOND} rows/s, at most ${MOST_GROWTH_MB} MB more than the ${Math.round(before)} before`,
    met: perSecond >= LEAST_EXPORTED_PER_SECOND && peakMemoryMB - before <= MOST_GROWTH_MB,
  } satisfies Result;
}

/** By a search for the byte: a loop over all of them would keep a core busy that the product needs. */
function linesIn(piece: Uint8Array): number {
  let lines = 0;
  for (let at = piece.indexOf(10); at !== -1; at = piece.indexOf(10, at + 1)) lines++;
  return lines;
}

/** A tenth of the members become unsubscribed, through the pages: from the last question to its log saying Done. */
export async function changeStatusOfMany(
  installation: Installation,
  { id, table, column, client }: Filled,
  rows: number,
) {
  const cookie = await signIn(installation);
  const { rows: found } = await client.query<{ members: string }>(
    `select count(*) as members from ${table} where ${column.Orders} >= 36 and status <> 1`,
  );
  const members = Number(found[0]?.members);
  const view = `profile=${id}&${column.Orders?.replace("_", "")}=${encodeURIComponent(">=")}:36&scope=matching&do=status`;
  const begun = performance.now();
  const bulkId = await confirm(`${installation.address}/contacts/bulk?${view}`, cookie, installation.address);
  for (;;) {
    const { rows: now } = await client.query<{ state: string; changed: number; error_message: string | null }>(
      "select state, changed, error_message from bulk_actions where id = $1",
      [bulkId],
    );
    const state = now[0]?.state;
    if (state === "failed") throw new Error(`The bulk action failed: ${now[0]?.error_message}`);
    if (state === "done") {
      if (Number(now[0]?.changed) !== members) throw new Error(`${now[0]?.changed} changed, not ${members}.`);
      break;
    }
    await sleep(20);
  }
  const seconds = (performance.now() - begun) / 1000;
  const most = Math.max(1, (10 * members) / 100_000);
  return {
    name: `bulk status change of ${members.toLocaleString("en")}`,
    rows,
    seconds,
    perSecond: members / seconds,
    target: `at most ${most.toFixed(1)} s: 10 s for 100,000`,
    met: seconds <= most,
  } satisfies Result;
}

/** Answers the last question as a browser without a script does, and the id of what was begun. */
async function confirm(page: string, cookie: string, origin: string): Promise<number> {
  const html = await (await fetch(page, { headers: { cookie } })).text();
  const form = hiddenIn(html.match(/<form\b.*?<\/form>/gs)?.find((each) => each.includes('name="reason"')) ?? "");
  form.set("status", "unsubscribed");
  form.set("reason", "bench");
  const answer = await fetch(page, { method: "POST", body: form, headers: { cookie, origin }, redirect: "manual" });
  const id = /\/bulk\/(\d+)/.exec(answer.headers.get("location") ?? "")?.[1];
  if (id === undefined) throw new Error(`Nothing was begun: ${answer.status} ${(await answer.text()).slice(0, 2000)}`);
  return Number(id);
}

export async function deleteProfile({ address, apiKey }: Installation, { key, name }: Filled, rows: number) {
  const begun = performance.now();
  const response = await fetch(`${address}/api/v1/profiles/${key}?confirm=${name}`, {
    method: "DELETE",
    headers: { authorization: `Bearer ${apiKey}` },
  });
  const seconds = (performance.now() - begun) / 1000;
  if (response.status !== 204) throw new Error(`DELETE answered ${response.status} ${await response.text()}`);
  return { name: "delete a profile", rows, seconds, target: "at most 1 s", met: seconds <= 1 } satisfies Result;
}
