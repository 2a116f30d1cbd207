import { request } from "node:http";
import type { Page } from "playwright-core";

/** What a page costs and does while it loads. */
export type Weight = {
  /** Of all its scripts, compressed as they are served. */
  scriptBytes: number;
  /** The sum of its layout shifts: nothing that is there moves. */
  shift: number;
  /** What it asked other hosts for. */
  elsewhere: string[];
};

/** Of the page that has just been loaded. */
export async function weightOf(page: Page): Promise<Weight> {
  const { resources, shift } = await page.evaluate(async () => ({
    resources: performance.getEntriesByType("resource").map(({ name }) => name),
    shift: await new Promise<number>((resolve) => {
      let sum = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
      }).observe({ type: "layout-shift", buffered: true });
      setTimeout(() => resolve(sum), 30);
    }),
  }));
  const own = new URL(page.url()).origin;
  const scripts = resources.filter((address) => new URL(address).pathname.endsWith(".js"));
  const sizes = await Promise.all([...new Set(scripts)].map(servedBytes));
  return {
    scriptBytes: sizes.reduce((sum, size) => sum + size, 0),
    shift,
    elsewhere: resources.filter((address) => new URL(address).origin !== own),
  };
}

const known = new Map<string, Promise<number>>();

/** How many bytes travel for it, once for each address. */
function servedBytes(address: string): Promise<number> {
  const before = known.get(address);
  if (before) return before;
  const asked = new Promise<number>((resolve, reject) => {
    request(address, { headers: { "accept-encoding": "gzip, br" } }, async (response) => {
      let bytes = 0;
      for await (const piece of response) bytes += (piece as Buffer).length;
      resolve(bytes);
    })
      .on("error", reject)
      .end();
  });
  known.set(address, asked);
  return asked;
}
