import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { mergeRootScripts } from "./http/merge-root-scripts.ts";
import { packFiles } from "./http/packed-files.ts";
import { takeLock } from "./process-lock.mjs";
import { ROOT } from "./root.ts";

/** What the build is made of. Read, not dated: a fresh clone and a copied one have new dates on old files. */
const SOURCES = [
  "app",
  "components",
  "db",
  "lib",
  "public",
  "instrumentation.ts",
  "next.config.js",
  "package-lock.json",
  "package.json",
  "postcss.config.mjs",
  "proxy.ts",
  "scripts/build.ts",
  "scripts/http/merge-root-scripts.ts",
  "scripts/http/packed-files.ts",
  "scripts/http/unused-exports.ts",
  "tsconfig.json",
];

const BUILD_ID = join(ROOT, ".next/rollbook-build-id");
const LOCK = join(ROOT, ".build-lock");

/**
 * Builds the app unless the build there is of the present sources. Throws with the builder's words when it fails, and
 * an AbortError when `signal` stops it. Of several processes that come at once, one builds and the others wait.
 */
export async function ensureBuilt(say: (line: string) => void, signal?: AbortSignal): Promise<void> {
  if (isBuilt(sourcesId())) return;
  const lock = await takeLock(LOCK, {
    waitMs: 15 * 60_000,
    onWait: (pid) => say(`Waiting for process ${pid}, which is building the pages…`),
  });
  try {
    const wanted = sourcesId();
    if (isBuilt(wanted)) return; // by the one we waited for
    say("Building the pages (once for these sources)…");
    rmSync(BUILD_ID, { force: true });
    await build(signal);
    await mergeRootScripts(join(ROOT, ".next"));
    await packFiles(join(ROOT, ".next/static"));
    // Last, so that a build cut short is not taken for one.
    writeFileSync(BUILD_ID, wanted);
  } finally {
    lock.release();
  }
}

const isBuilt = (wanted: string) => existsSync(BUILD_ID) && readFileSync(BUILD_ID, "utf8") === wanted;

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

async function build(signal?: AbortSignal): Promise<void> {
  const builder = spawn(process.execPath, [join(ROOT, "node_modules/next/dist/bin/next"), "build"], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "pipe", "pipe"],
    signal,
  });
  let words = "";
  for (const stream of [builder.stdout, builder.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      words += text;
    });
  }
  const code = await new Promise((resolve, reject) => builder.once("error", reject).once("close", resolve));
  if (code !== 0) throw new Error(`The pages could not be built.\n${words}`);
}

if (import.meta.main) await ensureBuilt(console.log);
