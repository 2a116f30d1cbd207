import { type Browser, type BrowserContext, chromium } from "playwright-core";
import { afterAll } from "vitest";
import { CHROMIUM_FLAGS, provideChromium } from "#tests/support/chromium.ts";

/** How somebody looks at the product: a desk by day with JavaScript, where nothing else is said. */
export type View = {
  javaScript?: boolean;
  width?: 1280 | 390;
  colorScheme?: "light" | "dark";
};

/** The two widths by the two colour schemes that every page must look right in. */
export const VIEWS: readonly Required<Pick<View, "width" | "colorScheme">>[] = [
  { width: 1280, colorScheme: "light" },
  { width: 1280, colorScheme: "dark" },
  { width: 390, colorScheme: "light" },
  { width: 390, colorScheme: "dark" },
];

/**
 * A Chromium for this file, closed at its end. Call it at the top of the file. Each `open` is a person of their own:
 * fresh cookies. `address` is the product's, so that a walk says `page.goto("/profiles")`.
 */
export async function browser(address: string): Promise<{ open(view?: View): Promise<BrowserContext> }> {
  const chrome = await launch();
  afterAll(() => chrome.close());
  return {
    open: ({ javaScript = true, width = 1280, colorScheme = "light" } = {}) =>
      chrome.newContext({
        baseURL: address,
        javaScriptEnabled: javaScript,
        viewport: { width, height: 844 },
        hasTouch: width === 390,
        isMobile: width === 390,
        colorScheme,
        locale: "en-GB",
      }),
  };
}

const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: provideChromium(console.log), args: CHROMIUM_FLAGS });
