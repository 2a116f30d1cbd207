import { join } from "node:path";
import { type BrowserContext, chromium } from "playwright-core";
import { CHROMIUM_FLAGS, provideChromium } from "#tests/support/chromium.ts";
import { enter } from "#tests/support/enter.ts";
import { addressOf, type Running, run } from "#tests/support/running.ts";
import { removeScratch, scratchFolder } from "#tests/support/scratch.ts";
import { ROOT } from "./root.ts";

/*
 * npm run screenshots
 *
 * The README's pictures: of a fresh installation that is filled with the demo, so that nobody's contacts are on them.
 */

/** The demo's first profile is number 1. */
const PICTURES = {
  overview: "/",
  contacts: "/contacts?profile=1&status=active",
  statistics: "/profiles/1/statistics",
};

const who = { email: "maria@rollbook.example", password: "a long password for pictures" };
const folder = scratchFolder("screenshots");
const settings = { PORT: "0", DATA_DIR: folder, TIME_ZONE: "America/Santiago", DEFAULT_COUNTRY: "CL" };
const product = run({ env: { ...settings, ADMIN_EMAIL: who.email, ADMIN_PASSWORD: who.password } });
try {
  const address = await addressOf(product);
  await whole(run({ env: settings, command: [process.execPath, "scripts/demo.ts"] }));
  await photograph(address);
} finally {
  await product.stop();
  await removeScratch(folder);
}

async function whole(demo: Running): Promise<void> {
  const { code } = await demo.ended();
  if (code !== 0) throw new Error(`The demo could not be made:\n${demo.output()}`);
}

async function photograph(address: string): Promise<void> {
  const browser = await chromium.launch({ executablePath: provideChromium(console.log), args: CHROMIUM_FLAGS });
  try {
    const context = await browser.newContext({
      baseURL: address,
      viewport: { width: 1280, height: 800 },
      locale: "en-GB",
      reducedMotion: "reduce",
    });
    await enter(context, who);
    for (const [name, path] of Object.entries(PICTURES)) await shoot(context, name, path);
  } finally {
    await browser.close();
  }
}

async function shoot(context: BrowserContext, name: string, path: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(path);
  await page.screenshot({ path: join(ROOT, "docs", `${name}.png`) });
  await page.close();
  console.log(`docs/${name}.png`);
}
