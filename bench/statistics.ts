import pg from "pg";
import { type BrowserContext, chromium } from "playwright-core";
import { CHROMIUM_FLAGS, provideChromium } from "#tests/support/chromium.ts";
import { enter } from "#tests/support/enter.ts";
import { call } from "./support/api.ts";
import { fillProfile } from "./support/fill-profile.ts";
import type { Installation } from "./support/installation.ts";
import type { Bench, Result } from "./support/result.ts";

const TRIES = 5;
/** The whole page may take so many seconds up to a million contacts, and beyond. */
const WHOLE = { million: 2, more: 3 };

/** The pages of statistics in Chromium, of a profile, a Virtual one and the repository; and how soon and calmly main pages appear. */
export const statisticsBench: Bench = async ({ installation, rows }) => {
  const { key, id } = await fillProfile(installation, { name: "Bench", rows });
  const virtual = await makeVirtual(installation, key);
  const chrome = await chromium.launch({ executablePath: provideChromium(console.log), args: CHROMIUM_FLAGS });
  try {
    const context = await chrome.newContext({ baseURL: installation.address, viewport: { width: 1280, height: 844 } });
    await enter(context, installation.administrator);
    const results: Result[] = [];
    const subjects = { profile: `/profiles/${id}`, "virtual profile": `/profiles/${virtual}`, repository: "" };
    const changed = () => forgetCounts(installation);
    for (const [name, path] of Object.entries(subjects)) {
      results.push(...(await statisticsOf(context, name, `${path}/statistics`, rows, changed)));
    }
    const pages = [
      "/",
      "/profiles",
      `/profiles/${id}`,
      `/contacts?profile=${id}`,
      "/contacts",
      "/imports/new",
      "/logs",
    ];
    results.push(...(await pagesOf(context, pages, rows)));
    return results;
  } finally {
    await chrome.close();
  }
};

/** As if somebody had changed since: what is kept of an earlier look does not count any more. */
async function forgetCounts({ databaseUrl }: Installation): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query("update profiles set revision = revision + 1");
  await client.end();
}

async function makeVirtual(installation: Installation, source: string): Promise<number> {
  const key = await ["Free", "Team", "Enterprise"].reduce<Promise<string>>(async (before, plan) => {
    await before;
    const rules = { all: [{ field: "Plan", op: "is", value: plan }] };
    const body = JSON.stringify({ name: `On ${plan}`, type: "virtual", source, rules });
    return (await call<{ key: string }>(installation, "POST", "/api/v1/profiles", body, "application/json")).key;
  }, Promise.resolve(""));
  const { items } = await call<{ items: { key: string }[] }>(installation, "GET", "/api/v1/profiles");
  if (!items.some((item) => item.key === key)) throw new Error("The virtual profile is not listed.");
  return Number(items.length); // ids count from 1, and nothing else was made
}

type Seen = { firstPaintMs: number; wholeMs: number; largestPaintMs: number; shift: number };

/** What the browser itself says of a page that it loads. */
async function see(context: BrowserContext, path: string): Promise<Seen> {
  const page = await context.newPage();
  await page.addInitScript(`
    window.seen = { largestPaintMs: 0, shift: 0 };
    const watch = (type, each) => new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
    watch("largest-contentful-paint", (entry) => { seen.largestPaintMs = entry.startTime; });
    watch("layout-shift", (entry) => { seen.shift += entry.value; });`);
  await page.goto(path, { waitUntil: "load" });
  if (path.endsWith("/statistics")) await page.getByText("Email domains").first().waitFor();
  await page.waitForTimeout(300);
  const seen: Seen = await page.evaluate(`({
    ...seen,
    firstPaintMs: performance.getEntriesByName("first-contentful-paint")[0].startTime,
    wholeMs: performance.getEntriesByType("navigation")[0].responseEnd,
  })`);
  await page.close();
  return seen;
}

async function seeOften(context: BrowserContext, path: string, before?: () => Promise<void>): Promise<Seen[]> {
  await see(context, path); // the first visitor after a start waits for the page's code
  const all: Seen[] = [];
  for (let turn = 0; turn < TRIES; turn++) {
    await before?.();
    all.push(await see(context, path));
  }
  return all;
}

const worst = (all: readonly Seen[], name: keyof Seen): number => Math.max(...all.map((seen) => seen[name]));

async function statisticsOf(
  context: BrowserContext,
  name: string,
  path: string,
  rows: number,
  before: () => Promise<void>,
): Promise<Result[]> {
  const all = await seeOften(context, path, before);
  const most = rows <= 1_000_000 ? WHOLE.million : WHOLE.more;
  const seconds = worst(all, "wholeMs") / 1000;
  const firstMs = worst(all, "firstPaintMs");
  return [
    {
      name: `statistics of a ${name}, first paint`,
      rows,
      seconds: firstMs / 1000,
      p95ms: firstMs,
      target: "at most 1000 ms",
      met: firstMs <= 1000,
    },
    { name: `statistics of a ${name}, whole`, rows, seconds, target: `at most ${most} s`, met: seconds <= most },
  ];
}

async function pagesOf(context: BrowserContext, paths: readonly string[], rows: number): Promise<Result[]> {
  const results: Result[] = [];
  for (const path of paths) {
    const all = await seeOften(context, path);
    const largest = worst(all, "largestPaintMs");
    const shift = worst(all, "shift");
    results.push({
      name: `largest paint of ${path.replace(/\d+/, "ID")}`,
      rows,
      seconds: largest / 1000,
      p95ms: largest,
      target: "at most 1000 ms, and nothing moves",
      met: largest <= 1000 && shift === 0,
    });
  }
  return results;
}
