import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { readCatalog } from "#scripts/words/catalogs.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core"), "utf8");

/** What axe has to say of the page as it stands; `rules`: of these alone, where only colours have changed. */
export async function axeFaults(page: Page, rules?: readonly string[]): Promise<string[]> {
  // By the debugger, past the page's own policy, which lets no other script run.
  await page.evaluate(`typeof axe === "object" || (() => { ${AXE} })()`);
  return page.evaluate(async (only) => {
    const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const { violations } = await axe.run({
      runOnly: only ? { type: "rule", values: [...only] } : { type: "tag", values: tags },
      resultTypes: ["violations"],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary?.replace(/\s+/g, " ")}`),
    );
  }, rules);
}

export const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

/** Where the page, or words in it, are wider than their place, or cut in two. What is cut on purpose, and says so with dots, is not. */
export const wideFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth - clientWidth} px too wide`);
    const isCut = (element: Element) =>
      getComputedStyle(element).overflowX !== "visible" && element.scrollWidth > element.clientWidth;
    const scrolls = (element: Element | null): boolean =>
      element !== null && (isCut(element) || scrolls(element.parentElement));
    for (const element of document.querySelectorAll(
      "button, a, th, td, dt, dd, label, legend, h1, h2, h3, p, li, option",
    )) {
      if (element.scrollWidth <= element.clientWidth + 1 || element.clientWidth === 0) continue;
      if (getComputedStyle(element).display === "inline" || scrolls(element)) continue;
      found.push(`sticks out: ${element.outerHTML.slice(0, 160)}`);
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      range.selectNodeContents(node);
      if (range.getClientRects().length < 2) continue;
      // Addresses and names of files may be; words of the language may not.
      for (const { 0: word, index } of (node.textContent ?? "").matchAll(/(?<![^\s])\p{L}{2,18}(?![^\s.,:;?!…])/gu)) {
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (lines.size > 1) found.push(`cut in two: ${word} in ${node.parentElement?.outerHTML.slice(0, 160)}`);
      }
    }
    return found;
  });

/** What the page says in English that the language has words for: of texts of two words or more, for one may be a name. */
export async function englishFaults(page: Page, locale: string): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) found.push(node.textContent?.trim() ?? "");
    return found;
  });
  const catalog = readCatalog(locale);
  const isEnglish = (text: string) => text.includes(" ") && (catalog.get(text) ?? text) !== text;
  return texts.filter((text) => isEnglish(text) && !NAMES.has(text)).map((text) => `says in English: ${text}`);
}

/** Of the fields of the profiles that the walk fills. */
const NAMES: ReadonlySet<string> = new Set(["First name", "Last name", "Last order"]);
