import { spawnSync } from "node:child_process";
import { chromium } from "playwright-core";

/** What a Chromium is called, on the path or by its place. The shell draws the same for two thirds of the work. */
const CANDIDATES = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
  "chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * The address bar's suggestions are two pages of their own for each window, and half of what a walk costs. Chromium
 * obeys the last list only, so the part of Playwright's own that bears on walks is named again.
 */
const FEATURES_OFF = [
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
  "AimEnabled",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
];

/** Debian's packages of it, the cheaper one first. */
const PACKAGES = ["chromium-headless-shell", "chromium"];

/** A container's Chromium: no user namespaces, no graphics card, and it speaks to nobody but the product. */
export const CHROMIUM_FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  `--disable-features=${FEATURES_OFF.join(",")}`,
];

/**
 * A Chromium that runs on this machine: that of the environment variable CHROMIUM, else one found, else as root one
 * installed from the system's packages. Throws with what to do when there is none.
 */
export function provideChromium(say: (line: string) => void): string {
  const found = findChromium();
  if (found) return found;
  if (process.getuid?.() === 0 && runs("apt-get", ["--version"])) {
    say("Installing Chromium (apt-get install chromium-headless-shell)…");
    const one = () => PACKAGES.some((name) => apt("install", "-y", "--no-install-recommends", name));
    one() || (apt("update") && one());
  }
  const fresh = findChromium();
  if (fresh) return fresh;
  throw new Error(
    "The browser walks need Chromium or Chrome, and none was found. Install it (Debian and Ubuntu: apt-get install chromium), " +
      "or set CHROMIUM to the path of its program.",
  );
}

function findChromium(): string | undefined {
  const named = process.env.CHROMIUM;
  if (named) return named;
  // The last is Playwright's own, when somebody had it downloaded.
  return [...CANDIDATES, chromium.executablePath()].map(located).find((path) => path && runs(path, ["--version"]));
}

/** Where a program is: Playwright wants a path. */
function located(program: string): string {
  return program.includes("/") ? program : spawnSync("which", [program], { encoding: "utf8" }).stdout?.trim();
}

const runs = (program: string, args: string[]) => spawnSync(program, args, { stdio: "ignore" }).status === 0;

function apt(...args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync("apt-get", args, { stdio: ["ignore", "inherit", "inherit"], env }).status === 0;
}
