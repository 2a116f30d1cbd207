import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CDPSession, Page } from "playwright-core";
import { ROOT } from "#scripts/root.ts";

/** Which git does not keep. */
export const SCREENSHOTS = join(ROOT, "tests/screenshots");
mkdirSync(SCREENSHOTS, { recursive: true });

/**
 * Photographs the whole page into tests/screenshots/NAME-WIDTH-SCHEME.jpeg; `of`: its language, where it is not English.
 * By the debugger: Playwright's own way takes three times as long. The window stays as high as the page: to go beyond it
 * for each photograph alone, and back, takes nearly twice as long.
 */
export async function photograph(page: Page, name: string, of = ""): Promise<void> {
  const { width, height, dark } = await page.evaluate(async () => {
    // A colour on its way from day to night; what turns for ever is not waited for.
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
    const { scrollHeight } = document.documentElement;
    const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
    return { width: innerWidth, height: Math.max(scrollHeight, innerHeight), dark: isDark };
  });
  // Odd by night and even by day: of one size the browser may answer with what it drew before.
  await page.setViewportSize({ width, height: height + ((height % 2 === 1) === dark ? 0 : 1) });
  const { data } = await (await debuggerOf(page)).send("Page.captureScreenshot", {
    format: "jpeg",
    quality: 75,
    optimizeForSpeed: true,
  });
  const file = `${name}-${width}-${dark ? "dark" : "light"}${of && `-${of}`}.jpeg`;
  writeFileSync(join(SCREENSHOTS, file), Buffer.from(data, "base64"));
}

const debuggers = new WeakMap<Page, Promise<CDPSession>>();

function debuggerOf(page: Page): Promise<CDPSession> {
  const known = debuggers.get(page) ?? page.context().newCDPSession(page);
  debuggers.set(page, known);
  return known;
}
