/*
 * Draws the gallery of components as static pages, photographs each at 1280 and 390 px by day and by night, and has
 * axe look at it. `node tests/gallery/shoot.ts [page ...]`; pictures and pages land in tests/.artifacts/gallery.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Page } from "playwright-core";
import { createServer, preprocessCSS, resolveConfig } from "vite";
import type { renderGallery } from "#tests/gallery/render.tsx";

const out = "tests/.artifacts/gallery";
const only = process.argv.slice(2);

await mkdir(out, { recursive: true });
const css = await styleSheet();
const pages = (await load<{ renderGallery: typeof renderGallery }>("/tests/gallery/render.tsx")).renderGallery(css);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
  ],
});
let faults = 0;
for (const { name, html } of pages.filter(({ name }) => only.length === 0 || only.includes(name))) {
  await writeFile(`${out}/${name}.html`, html);
  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [1280, 390]) {
      const page = await browser.newPage({
        colorScheme,
        viewport: { width, height: 844 },
        hasTouch: width === 390,
        isMobile: width === 390,
      });
      await page.goto(pathToFileURL(`${out}/${name}.html`).href);
      await page.screenshot({ path: `${out}/${name}-${width}-${colorScheme}.png`, fullPage: true });
      faults += await report(`${name} ${width} ${colorScheme}`, page);
      await page.close();
    }
  }
}
await browser.close();
process.exit(faults === 0 ? 0 : 1);

async function styleSheet(): Promise<string> {
  const config = await resolveConfig({ logLevel: "error" }, "build");
  return (await preprocessCSS(await readFile("app/globals.css", "utf8"), resolve("app/globals.css"), config)).code;
}

async function load<T>(path: string): Promise<T> {
  const server = await createServer({
    appType: "custom",
    logLevel: "error",
    server: { middlewareMode: true, ws: false },
  });
  const module = await server.ssrLoadModule(path);
  await server.close();
  return module as T;
}

/** How many faults axe and the page's own width show; each is printed. */
async function report(name: string, page: Page): Promise<number> {
  await page.addScriptTag({ path: createRequire(import.meta.url).resolve("axe-core") });
  const found = await page.evaluate(async () => {
    const axe = (globalThis as unknown as { axe: typeof import("axe-core") }).axe;
    const { violations } = await axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"] });
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    return [
      ...violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary?.replace(/\s+/g, " ")}`),
      ),
      ...(wide > 0 ? [`the page is ${wide} px wider than the window`] : []),
    ];
  });
  for (const fault of found) console.log(`${name}: ${fault}`);
  return found.length;
}
