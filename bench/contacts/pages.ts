import { setTimeout as sleep } from "node:timers/promises";
import type { Installation } from "../support/installation.ts";
import { p95 } from "../support/p95.ts";
import type { Result } from "../support/result.ts";
import { signIn } from "../support/session.ts";
import type { Filled } from "./filled.ts";

const TRIES = 12;
const MOST_MS = 150;
const MOST_SEARCH_MS = 300;
/** Nobody has it in the email, so every text of everybody is read before the first one shows. */
const MOST_TEXT_MS = 1500;
/** The first look at an order of a large profile: an index of it is made afterwards. */
const MOST_FIRST_MS = 500;

type View = { name: string; query: string; most: number /** Also from the middle on. */; deep?: Deep };
/** A column of the profile's table (`key` for the repository) and what orders by it. */
type Deep = { column: string; where: string };

/**
 * Pages of List Contacts as a signed-in person gets them, over HTTP, until the last row has come: what follows is how
 * many match in all, which the page shows when it is counted.
 */
export async function pages(installation: Installation, filled: Filled, rows: number): Promise<Result[]> {
  const cookie = await signIn(installation);
  const results: Result[] = [];
  const firstLooks: number[] = [];
  await untilRows(`${installation.address}/contacts`, cookie); // loads the page's code
  for (const view of viewsOf(filled)) {
    const page = `${installation.address}/contacts?${view.query}`;
    const firstLook = await untilRows(page, cookie);
    if (view.most === MOST_MS) firstLooks.push(firstLook);
    await untilIdle(filled);
    results.push(await measured(cookie, view.name, page, rows, view.most));
    if (!view.deep) continue;
    const place = await middle(installation, filled, view.deep, rows);
    results.push(await measured(cookie, `${view.name}, deep`, `${page}&page=${place}`, rows, view.most));
  }
  return [...results, resultOf("the first look at each", firstLooks, rows, MOST_FIRST_MS)];
}

/** No job waits or runs: the indexes that were asked for are there. */
async function untilIdle({ client }: Filled): Promise<void> {
  while ((await client.query("select from graphile_worker.jobs")).rowCount) await sleep(50);
}

async function measured(cookie: string, name: string, page: string, rows: number, most: number): Promise<Result> {
  const all: number[] = [];
  for (let turn = 0; turn < TRIES; turn++) all.push(await untilRows(page, cookie));
  return resultOf(name, all, rows, most);
}

function resultOf(name: string, all: readonly number[], rows: number, most: number): Result {
  const p95ms = p95(all);
  const seconds = all.reduce((sum, each) => sum + each, 0) / 1000;
  return { name: `page: ${name}`, rows, seconds, p95ms, target: `p95 at most ${most} ms`, met: p95ms <= most };
}

/** Milliseconds until the rows were there; the rest is read too, so that the next turn has the server to itself. */
async function untilRows(page: string, cookie: string): Promise<number> {
  const begun = performance.now();
  const answer = await fetch(page, { headers: { cookie }, redirect: "manual" });
  const decoder = new TextDecoder();
  let html = "";
  let milliseconds = Number.NaN;
  for await (const piece of answer.body ?? []) {
    html += decoder.decode(piece, { stream: true });
    if (Number.isNaN(milliseconds) && ENDS.test(html)) milliseconds = performance.now() - begun;
  }
  if (Number.isNaN(milliseconds)) throw new Error(`${page}: ${answer.status} ${html.slice(0, 2000)}`);
  return milliseconds;
}

/** After the last row; or nobody is there. */
const ENDS = /<\/tbody>|Nobody matches/;

function viewsOf({ id, column }: Filled): View[] {
  const f = (name: string) => column[name]?.replace("f_", "");
  const of = (filter: string, sort: string) => `profile=${id}&${filter}&sort=${sort}`;
  const city = `f${f("City")}=is:bogota`;
  const named = `f${f("Last name")}=contains:perez`;
  const spent = `f${f("Spent")}=${encodeURIComponent(">")}:500`;
  const born = `f${f("Birthday")}=anniversary+month`;
  return [
    { name: "one filter (text is), by email", query: of(city, "key"), most: MOST_MS },
    {
      name: "one filter (text is), by text",
      query: of(city, `${f("Last name")}`),
      most: MOST_MS,
      deep: { column: `${column["Last name"]}`, where: `${column.City} = 'Bogota'` },
    },
    { name: "one filter (text contains), by number", query: of(named, `${f("Spent")}`), most: MOST_MS },
    {
      name: "one filter (number), by date",
      query: of(spent, `${f("Birthday")}&order=descending`),
      most: MOST_MS,
      deep: { column: `${column.Birthday}`, where: `${column.Spent} > 500` },
    },
    { name: "one filter (anniversary), by text", query: of(born, `${f("City")}`), most: MOST_MS },
    { name: "one filter (nobody), by added", query: of(`f${f("City")}=is:Atlantis`, "added"), most: MOST_MS },
    { name: "status, by text", query: of("status=unsubscribed", `${f("First name")}`), most: MOST_MS },
    { name: "no filter, by text", query: of("", `${f("Last name")}`), most: MOST_MS },
    { name: "no filter, by email", query: of("", "key"), most: MOST_MS },
    { name: "search of many emails", query: of("search=0.5", "key"), most: MOST_SEARCH_MS },
    { name: "search of one email", query: of("search=.54321%40", "key"), most: MOST_SEARCH_MS },
    { name: "search of one name", query: of("search=perez+54321", "key"), most: MOST_TEXT_MS },
    { name: "repository", query: "sort=key", most: MOST_MS, deep: { column: "key", where: "true" } },
    { name: "repository, by added", query: "sort=added&order=descending", most: MOST_MS },
    { name: "repository, status", query: "status=bounced", most: MOST_MS },
    { name: "repository, search of many emails", query: "search=ff.1", most: MOST_SEARCH_MS },
    { name: "repository, search of one email", query: "search=.54321%40example", most: MOST_SEARCH_MS },
  ];
}

/** The place in the middle of a view as a link of the page would hold it. */
async function middle(
  installation: Installation,
  { id, table: members, client }: Filled,
  { column, where }: Deep,
  rows: number,
) {
  const repository = column === "key";
  const table = repository ? "contacts" : members;
  const { rows: found } = await client.query<{ value: string; key: string; id: string }>(
    `select ${column}::text as value, key, ${repository ? "id" : "0"} as id from ${table} where ${where}
     order by ${column} offset (select count(*) / 2 from ${table} where ${where}) limit 1`,
  );
  const [at] = found;
  if (!at) throw new Error(`Nobody is in the middle of ${rows} rows.`);
  const after = repository ? { key: at.key, id: Number(at.id) } : { value: at.value, key: at.key };
  // The database's door opens at its first import: not before this installation is there.
  process.env.DATABASE_URL = installation.databaseUrl;
  const { seal } = await import("#lib/staff/seal.ts");
  return seal({ after, matching: null }, repository ? "page of the repository" : `page of ${id}`);
}
