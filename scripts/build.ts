import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./root.ts";

/** What the build is made of. Read, not dated: a fresh clone and a copied one have new dates on old files. */
const SOURCES = [
  "app",
  "components",
  "db",
  "lib",
  "public",
  "next.config.js",
  "package-lock.json",
  "postcss.config.mjs",
  "proxy.ts",
  "tsconfig.json",
];

const BUILD_ID = join(ROOT, ".next/rollbook-build-id");

/** Builds the app unless the build there is of the present sources. Throws with the builder's words when it fails. */
export function ensureBuilt(say: (line: string) => void): void {
  const wanted = sourcesId();
  if (existsSync(BUILD_ID) && readFileSync(BUILD_ID, "utf8") === wanted) return;
  say("Building the pages (once for these sources)…");
  rmSync(BUILD_ID, { force: true });
  const done = spawnSync(process.execPath, [join(ROOT, "node_modules/next/dist/bin/next"), "build"], {
    cwd: ROOT,
    encoding: "utf8",
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    maxBuffer: 64 * 1024 * 1024,
  });
  if (done.status !== 0) throw new Error(`The pages could not be built.\n${done.stdout}${done.stderr}`);
  // Last, so that a build cut short is not taken for one.
  writeFileSync(BUILD_ID, wanted);
}

function sourcesId(): string {
  const hash = createHash("sha256");
  for (const file of SOURCES.flatMap(filesOf).sort()) hash.update(`${file}\0`).update(readFileSync(join(ROOT, file)));
  return hash.digest("hex");
}

function filesOf(source: string): string[] {
  const path = join(ROOT, source);
  if (!existsSync(path)) return [];
  if (source.includes(".")) return [source];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes(".test."))
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1));
}

if (import.meta.main) ensureBuilt(console.log);
