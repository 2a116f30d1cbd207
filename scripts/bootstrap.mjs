import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { isAtLeast, warningFor } from "./node-versions.mjs";
import { takeLock } from "./process-lock.mjs";

/*
 * node scripts/bootstrap.mjs SCRIPT [ARGUMENT…]
 *
 * Runs one of our TypeScript files on a fresh clone: installs the packages when they are not those of package-lock.json,
 * then hands over to Node 24 (the npm package `node`) where the machine's own is older than that one. Runs on Node 20
 * with nothing installed, so it is plain JavaScript. What it says goes to stderr: stdout is the script's.
 */

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const BUNDLED_NODE = join(ROOT, "node_modules/node/bin/node");

const [script = "", ...rest] = process.argv.slice(2);

endWithNpm();
if (!isInstalled()) await install();
runWith(newerNode());

/**
 * npm passes a signal to its shell, and that ends without passing it to us: whoever stops npm would leave us running.
 * So we look after our parent. Started without npm, we may well outlive the one who started us.
 */
function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGTERM");
  }, 250);
  watch.unref();
}

/** Whether node_modules holds what package-lock.json asks for. npm writes its own account of it last, so one cut short is seen. */
function isInstalled() {
  const wanted = packagesOf("package-lock.json");
  const present = packagesOf("node_modules/.package-lock.json");
  return (
    existsSync(BUNDLED_NODE) &&
    Object.entries(wanted).every(
      ([path, entry]) =>
        path === "" || (present[path] ? present[path].version === entry.version : entry.optional || entry.devOptional),
    )
  );
}

/**
 * @param {string} lockfile
 * @returns {Record<string, { version: string, optional?: boolean, devOptional?: boolean }>}
 */
function packagesOf(lockfile) {
  const path = join(ROOT, lockfile);
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")).packages : {};
}

async function install() {
  const lock = await takeLock(join(ROOT, ".install-lock"), {
    waitMs: 15 * 60_000,
    onWait: (pid) => console.error(`Waiting for process ${pid}, which is installing the packages…`),
  });
  try {
    if (isInstalled()) return; // by the one we waited for
    console.error("Installing the packages (about a minute)…");
    const args = ["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"];
    const done = npm(args);
    if (done.status !== 0) {
      console.error(`${done.stdout ?? ""}${done.stderr ?? ""}${done.error ?? ""}`);
      console.error("The packages could not be installed; npm's words are above.");
      process.exit(1);
    }
  } finally {
    lock.release();
  }
}

/** The npm that runs us, when one does: there may be several on the machine. @param {string[]} args */
function npm(args) {
  const cli = process.env.npm_execpath ?? "";
  const [command, first] = cli.endsWith("npm-cli.js") ? [process.execPath, [cli]] : ["npm", []];
  return spawnSync(command, [...first, ...args], { cwd: ROOT, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
}

/** The one that runs us, unless that among the packages is newer. */
function newerNode() {
  const bundled = packagesOf("package-lock.json")["node_modules/node"]?.version ?? "";
  if (!isAtLeast(process.versions.node, bundled)) return BUNDLED_NODE;
  const warning = process.execPath === realpathSync(BUNDLED_NODE) ? null : warningFor(process.versions.node);
  if (warning) console.error(warning);
  return process.execPath;
}

/** As if it were this very process: same streams, signals passed on, same end. @param {string} node */
function runWith(node) {
  const child = spawn(node, [join(ROOT, script), ...rest], {
    // The channel tells the script when this process is gone (`kill -9`), so that no server is left that nobody sees.
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    // glibc keeps freed memory apart for each thread, which are many here; read when a process begins (mallopt(3)).
    env: { MALLOC_ARENA_MAX: "1", ...process.env },
  });
  for (const name of /** @type {NodeJS.Signals[]} */ (["SIGTERM", "SIGINT", "SIGHUP"])) {
    process.on(name, () => child.kill(name));
  }
  child.on("exit", (code, signal) => {
    if (!signal) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}
