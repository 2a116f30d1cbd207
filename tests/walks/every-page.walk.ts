import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { LOCALE_COOKIE, LOCALES, type Locale } from "#components/words/locales.ts";
import { PAGES } from "#tests/runtime/access/table.ts";
import { browser } from "./support/browser.ts";
import { writeContactSheet } from "./support/contact-sheet.ts";
import { axeFaults, COLOUR_RULES, englishFaults, wideFaults } from "./support/faults-of.ts";
import { fillProduct } from "./support/filled-product.ts";
import { startProduct } from "./support/product.ts";
import { EMPTY, pagesOf, type Seen } from "./support/product-pages.ts";
import { photograph } from "./support/screenshots.ts";
import { signIn } from "./support/sign-in.ts";
import { weightOf } from "./support/weight-of.ts";

/*
 * Every page in every state that is cheap to bring about: at both widths, by day and by night, in each language. Axe
 * finds nothing, nothing is wider than its place, and tests/screenshots/index.html shows them all.
 */

const product = await startProduct();
const people = await browser(product.address);
let pages: Seen[] = [];
let heaviest = 0;
const emptyFaults: string[] = [];
let session: Awaited<ReturnType<BrowserContext["cookies"]>> = [];

beforeAll(async () => {
  const context = await people.open();
  await signIn(context);
  session = await context.cookies();
  const page = listenedTo(await context.newPage());
  for (const seen of EMPTY) emptyFaults.push(...(await lookAt(page, seen, "en")));
  await context.close();
  pages = pagesOf(await fillProduct(product));
}, 120_000);
afterAll(() => {
  writeContactSheet();
  console.log(`The heaviest page loads ${heaviest} bytes of scripts.`);
});

it("looks right where there is nothing yet", () => expect(emptyFaults).toEqual([]));

it("no page is left out", () => {
  const paths = pages.map(({ path }) => path.split("?", 1)[0] as string);
  const left = Object.keys(PAGES).filter((pattern) => {
    const wanted = new RegExp(`^${pattern.replace(/\[\w+\]/g, "[^/]+")}$`);
    return !pattern.startsWith("/_") && !paths.some((path) => wanted.test(path));
  });
  expect(left).toEqual([]);
});

it.each(LOCALES)(
  "looks right and works for everybody, wherever and however it is looked at, in %s",
  async (locale) => {
    expect(await lookOver(locale)).toEqual([]);
  },
  600_000,
);

/** All pages, one after the other, by somebody who reads this language. */
async function lookOver(locale: Locale): Promise<string[]> {
  const staff = await speaker(locale, session);
  const guest = await speaker(locale);
  const faults: string[] = [];
  for (const seen of pages) faults.push(...(await lookAt(seen.guest ? guest : staff, seen, locale)));
  return faults;
}

async function speaker(locale: Locale, cookies: typeof session = []): Promise<Page> {
  const context = await people.open();
  await context.addCookies([...cookies, { name: LOCALE_COOKIE, value: locale, url: product.address }]);
  return listenedTo(await context.newPage());
}

/** What the browser complained of while a page was looked at: an error of a script, or what the policy did not let pass. */
const complaints: string[] = [];

function listenedTo(page: Page): Page {
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    // That a page was not found, or not allowed, is what some are looked at for.
    const isAnswer = message.text().startsWith("Failed to load resource") && message.location().url === page.url();
    if (message.type() === "error" && !isAnswer) complaints.push(message.text());
  });
  return page;
}

/** Nothing moves: a colour on its way from day to night has no contrast yet. */
const NIGHT = { colorScheme: "dark", reducedMotion: "reduce" } as const;
const DAY = { colorScheme: "light", reducedMotion: "reduce" } as const;
/** 320 px are 1280 at a zoom of 400% (WCAG 1.4.10). */
const WIDTHS = { desk: 1280, hand: 390, zoomed: 320 } as const;

async function lookAt(page: Page, { name, path, again, do: act }: Seen, locale: Locale): Promise<string[]> {
  const faults: string[] = [];
  const note = (found: string[], where: string) =>
    faults.push(...found.map((fault) => `${name} ${locale} ${where}: ${fault}`));
  const at = async (width: keyof typeof WIDTHS) => page.setViewportSize({ width: WIDTHS[width], height: 844 });
  const of = locale === "en" ? "" : locale;
  await page.emulateMedia(DAY);
  await at("desk");
  await page.goto(path);
  // What streams in later is put in its place a moment after it has come.
  await page.waitForFunction(() => !document.querySelector("template[id^='B:'], div[hidden][id^='S:']"));
  if (locale === "en") note(await heavyFaults(page), "as it loads");
  try {
    await act?.(page);
  } catch (error) {
    faults.push(`${name} ${locale}: ${(error as Error).message.slice(0, 300)}`);
  }
  if ((await page.locator("html").getAttribute("lang")) !== locale) faults.push(`${name} is not in ${locale}`);
  if (locale !== "en") note(await englishFaults(page, locale), "in its words");
  note(await wideFaults(page), "at a desk");
  await photograph(page, name, of);
  // Its markup is the same in each language.
  const withAxe = locale === "en" && !again;
  if (withAxe) note(await axeFaults(page), "by day");
  await page.emulateMedia(NIGHT);
  await photograph(page, name, of);
  if (withAxe) note(await axeFaults(page, COLOUR_RULES), "by night");
  await at("hand");
  note(await wideFaults(page), "in the hand");
  await photograph(page, name, of);
  await page.emulateMedia(DAY);
  await photograph(page, name, of);
  await at("zoomed");
  note(await wideFaults(page), "zoomed");
  note(complaints.splice(0), "in the console");
  return faults;
}

/** Of all scripts that a page loads, as they travel; 105,000 of them are React and Next themselves. */
const MOST_SCRIPT_BYTES = 120_000;

async function heavyFaults(page: Page): Promise<string[]> {
  const { scriptBytes, shift, elsewhere } = await weightOf(page);
  heaviest = Math.max(heaviest, scriptBytes);
  return [
    ...(scriptBytes > MOST_SCRIPT_BYTES ? [`${scriptBytes} bytes of scripts`] : []),
    ...(shift > 0 ? [`what is there moves by ${shift}`] : []),
    ...elsewhere.map((address) => `asks elsewhere: ${address}`),
  ];
}
