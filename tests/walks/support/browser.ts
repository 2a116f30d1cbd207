import { type Browser, type BrowserContext, chromium } from "playwright-core";
import { afterAll, afterEach } from "vitest";
import { CHROMIUM_FLAGS, provideChromium } from "#tests/support/chromium.ts";

/** How somebody looks at the product: a desk by day with JavaScript, where nothing else is said. */
export type View = {
  javaScript?: boolean;
  width?: 1280 | 390;
  colorScheme?: "light" | "dark";
  /** What the browser asks for pages in. */
  locale?: string;
};

/** The two widths by the two colour schemes that every page must look right in. */
export const VIEWS: readonly Required<Pick<View, "width" | "colorScheme">>[] = [
  { width: 1280, colorScheme: "light" },
  { width: 1280, colorScheme: "dark" },
  { width: 390, colorScheme: "light" },
  { width: 390, colorScheme: "dark" },
];

/**
 * Somebody's browser. Each `open` is a person of their own, with fresh cookies, who leaves when the test ends.
 * `address` is the product's, so that a walk says `page.goto("/profiles")`.
 */
export async function browser(address: string): Promise<{ open(view?: View): Promise<BrowserContext> }> {
  chrome ??= launch();
  const shared = await chrome;
  return {
    open: ({ javaScript = true, width = 1280, colorScheme = "light", locale = "en-GB" } = {}) =>
      shared.newContext({
        baseURL: address,
        javaScriptEnabled: javaScript,
        viewport: { width, height: 844 },
        hasTouch: width === 390,
        isMobile: width === 390,
        colorScheme,
        locale,
      }),
  };
}

/** One for all of a file. Its hooks are set here, when the file loads: a test that runs can set none any more. */
let chrome: Promise<Browser> | undefined;

afterEach(async () => {
  const contexts = (await chrome)?.contexts() ?? [];
  await Promise.all(contexts.map((context) => context.close()));
});
afterAll(async () => (await chrome)?.close());

const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: provideChromium(console.log), args: CHROMIUM_FLAGS });
