import { say, type Words, words } from "#lib/text/words.ts";

/** "Firefox on Windows", out of what a browser says of itself: for a list in which one finds one's own sessions. */
export function deviceOf(userAgent: string): string {
  const browser = nameIn(userAgent, BROWSERS);
  const system = nameIn(userAgent, SYSTEMS);
  if (browser && system) return `${browser} on ${system}`;
  return browser ?? system ?? OTHER;
}

const OTHER = say("Another browser");

/** The same, as it is kept, for a page. */
export function deviceWords(device: string): Words {
  const [browser = "", system] = device.split(" on ");
  return system === undefined ? words(device) : words("{browser} on {system}", { browser, system });
}

/** In this order: Edge and Opera also say that they are Chrome, and Chrome that it is Safari. */
const BROWSERS: readonly [RegExp, string][] = [
  [/\bEdgA?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\b(Firefox|FxiOS)\//, "Firefox"],
  [/\b(Headless)?(Chrome|Chromium|CriOS)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];

const SYSTEMS: readonly [RegExp, string][] = [
  [/\b(iPhone|iPad)\b/, "iOS"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b/, "macOS"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bLinux\b/, "Linux"],
];

const nameIn = (userAgent: string, names: readonly [RegExp, string][]): string | undefined =>
  names.find(([sign]) => sign.test(userAgent))?.[1];
