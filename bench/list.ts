import { join } from "node:path";
import { call, createProfile, importFile } from "./support/api.ts";
import { writeContactsFile } from "./support/contacts-file.ts";
import { p95 } from "./support/p95.ts";
import type { Bench, Result } from "./support/result.ts";
import { signIn } from "./support/session.ts";

type Page = { items: unknown[]; next: string | null };
const PAGE = 100;
const TRIES = 30;

/** By the fields of the generated file, which are the first of the installation: a text, a number, a choice. */
const FILTERED = ["f3=is:Lima&sort=2", "f8=>:20&sort=6", "f5=is:Team&sort=7&order=descending"];

/**
 * Pages of List Contacts through the API: the first, deep ones by keyset, and a search of part of the email, which looks
 * at every text. And through the browser's door, with one filter and a sort.
 */
export const listBench: Bench = async ({ installation, folder, rows }) => {
  const path = join(folder, "contacts.csv");
  await writeContactsFile(path, rows);
  const profile = await createProfile(installation, "Bench");
  await importFile(installation, profile, path, {}, "done");
  const list = `/api/v1/profiles/${profile}/contacts`;

  const first = await times(() => call<Page>(installation, "GET", `${list}?limit=${PAGE}`));
  const deep = await deepCursor(installation, list, Math.min(rows, 1_000_000));
  const tenThousandth = await times(() =>
    call<Page>(installation, "GET", `${list}?limit=${PAGE}&cursor=${encodeURIComponent(deep)}`),
  );
  const search = await times(() => call<Page>(installation, "GET", `${list}?limit=${PAGE}&search=zz.a`));
  const cookie = await signIn(installation);
  const filtered: number[] = [];
  for (const query of FILTERED) {
    const address = `${installation.address}/contacts?profile=1&${query.replace(">", "%3E")}`;
    const [, ...later] = await times(() => look(address, cookie)); // the first look loads the page's code
    filtered.push(...later);
  }
  return [
    result("list page with a filter and a sort", rows, filtered, 150),
    result("list first page", rows, first, 100),
    result("list ten-thousandth page", rows, tenThousandth, 100),
    result("list search in email", rows, search, 300),
  ];
};

/** The cursor after `rows` − 1,000 members: walked in steps of 1,000, as a program would. */
async function deepCursor(installation: Parameters<typeof call>[0], list: string, rows: number): Promise<string> {
  let cursor = "";
  for (let seen = 0; seen < rows - 2000; seen += 1000) {
    const page = await call<Page>(
      installation,
      "GET",
      `${list}?limit=1000${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    cursor = page.next ?? cursor;
  }
  return cursor;
}

async function look(address: string, cookie: string): Promise<void> {
  const answer = await fetch(address, { headers: { cookie }, redirect: "manual" });
  const page = await answer.text();
  if (answer.status !== 200 || !page.includes("@example")) throw new Error(`${address}: ${answer.status}`);
}

async function times(ask: () => Promise<unknown>): Promise<number[]> {
  const all: number[] = [];
  for (let turn = 0; turn < TRIES; turn++) {
    const begun = performance.now();
    await ask();
    all.push(performance.now() - begun);
  }
  return all;
}

function result(name: string, rows: number, all: number[], most: number): Result {
  const p95ms = p95(all);
  return {
    name,
    rows,
    seconds: all.reduce((sum, each) => sum + each, 0) / 1000,
    p95ms,
    target: `p95 at most ${most} ms`,
    met: p95ms <= most,
  };
}
