import { join } from "node:path";
import { call, createProfile, importFile } from "./support/api.ts";
import { writeContactsFile } from "./support/contacts-file.ts";
import { p95 } from "./support/p95.ts";
import type { Bench, Result } from "./support/result.ts";

type Page = { items: unknown[]; next: string | null };
const PAGE = 100;
const TRIES = 30;

/**
 * Pages of List Contacts through the API: the first, deep ones by keyset, and a search of part of an email. See
 * contacts/pages.ts for the same through the browser's door.
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
  return [
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
