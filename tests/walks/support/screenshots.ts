import { join } from "node:path";
import type { Page } from "playwright-core";
import { ROOT } from "#scripts/root.ts";

/** Photographs the whole page into tests/screenshots/NAME-WIDTH-SCHEME.png, which git does not keep. */
export async function photograph(page: Page, name: string): Promise<void> {
  const scheme = (await page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")) ? "dark" : "light";
  const width = page.viewportSize()?.width;
  await page.screenshot({ path: join(ROOT, "tests/screenshots", `${name}-${width}-${scheme}.png`), fullPage: true });
}
