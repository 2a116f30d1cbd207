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
  const { width, height, taller, dark } = await page.evaluate(() => ({
    width: innerWidth,
    height: document.documentElement.scrollHeight,
    taller: document.documentElement.scrollHeight > innerHeight,
    dark: matchMedia("(prefers-color-scheme: dark)").matches,
  }));
  if (taller) await page.setViewportSize({ width, height });
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
