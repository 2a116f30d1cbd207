import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { ROOT } from "#scripts/root.ts";
import { scratchFolder } from "#tests/support/scratch.ts";

/** What a start does not need. */
const LEFT_OUT = new Set([".git", "bench", "coverage", "data", "tests"]);

/** Where programs go that PostgreSQL's user cannot run in place. */
const OUTSIDE = "/var/lib/rollbook";

/** A copy of this project, installed and built, in a folder (mode 0700) of `uid`; gone after the test. Its path. */
export function privateClone(uid: number): string {
  const before = outside();
  const clone = scratchFolder("clone");
  onTestFinished(() => {
    rmSync(clone, { recursive: true, force: true });
    for (const name of outside()) if (!before.includes(name)) rmSync(join(OUTSIDE, name), { recursive: true });
  });
  const mine = uid === process.getuid?.();
  for (const name of readdirSync(ROOT)) {
    if (LEFT_OUT.has(name)) continue;
    const to = join(clone, name);
    // Linked where it may be: the packages are 900 MB. The owner of a linked file is that of the original.
    const linked = mine && name === "node_modules" && spawnSync("cp", ["-al", join(ROOT, name), to]).status === 0;
    if (!linked) execFileSync("cp", ["-a", join(ROOT, name), clone]);
  }
  if (!mine) execFileSync("chown", ["-hR", String(uid), clone]);
  chmodSync(clone, 0o700);
  return clone;
}

/** Only root's starts put anything there, or may look. */
const outside = () => (process.getuid?.() === 0 && existsSync(OUTSIDE) ? readdirSync(OUTSIDE) : []);
