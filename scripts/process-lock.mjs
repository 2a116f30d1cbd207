import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/*
 * A lock between processes of one machine that survives `kill -9` of its holder.
 *
 * It is a folder. Each process puts down a file that names it, then looks for the files of others that still live.
 * Two that come at the same moment see each other and both step back, so never do two believe that they hold it.
 * A dead process never returns under the same name (pid, start time, boot), so its file can be removed at any time,
 * by anybody: there is no moment of "taking over" in which two could take over from one.
 *
 * Plain JavaScript, because bootstrap.mjs needs it before anything is installed.
 */

/** Thrown by `takeLock` when another process holds the lock. */
export class LockHeld extends Error {
  /** @param {number} pid the holder */
  constructor(pid) {
    super(`Process ${pid} holds the lock.`);
    this.pid = pid;
  }
}

/**
 * Takes the lock, or throws LockHeld when a living process keeps it for longer than `waitMs`.
 * A process that takes a lock twice gets LockHeld with its own pid.
 *
 * @param {string} folder made when missing
 * @param {{ waitMs?: number, onWait?: (pid: number) => void }} [options] `onWait` is called once, when it has to wait
 * @returns {Promise<{ release(): void }>}
 */
export async function takeLock(folder, { waitMs = 500, onWait } = {}) {
  mkdirSync(folder, { recursive: true });
  const mine = nameOf(process.pid);
  const until = Date.now() + waitMs;
  for (let tries = 0; ; tries++) {
    // Looking before putting down keeps those who wait from disturbing those who arrive.
    let holder = holderOf(folder);
    if (holder === null) {
      writeFileSync(join(folder, mine), "", { flag: "wx" });
      holder = holderOf(folder, mine);
      if (holder === null) return { release: () => rmSync(join(folder, mine), { force: true }) };
      rmSync(join(folder, mine));
    }
    if (Date.now() >= until) throw new LockHeld(holder);
    if (tries === 0) onWait?.(holder);
    await sleep(20 + Math.random() * 60);
  }
}

/**
 * The pid of a living process that holds the lock, or null. Files of the dead are swept.
 *
 * @param {string} folder
 * @param {string} [except] a file's name to pass over
 * @returns {number | null}
 */
export function holderOf(folder, except) {
  for (const name of readdirSync(folder)) {
    if (name === except) continue;
    const pid = Number.parseInt(name, 10);
    if (isAlive(pid) && nameOf(pid) === name) return pid;
    rmSync(join(folder, name), { force: true });
  }
  return null;
}

/**
 * @param {number} pid
 * @returns {boolean} whether a process has this pid, be it ours or another user's
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}

/**
 * A name that no two processes of this machine ever share.
 *
 * @param {number} pid
 */
function nameOf(pid) {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").slice(0, 8);
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // Field 22 is the start time in clock ticks. Field 2, the program's name, may hold spaces and brackets: count after it.
    const started = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
    return `${pid}-${started}-${boot}`;
  } catch {
    return `${pid}-${startTimeFromPs(pid)}`;
  }
}

/**
 * For systems without /proc (macOS).
 *
 * @param {number} pid
 */
function startTimeFromPs(pid) {
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).replace(/\W+/g, "");
  } catch {
    return "gone";
  }
}
