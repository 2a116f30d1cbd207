import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isAlive } from "../process-lock.mjs";

/**
 * Makes way for a new server on `data`, whose lock the caller holds.
 *
 * A server that outlived its app (`kill -9`) is stopped, not adopted: what its dead app had begun is rolled back, and
 * it comes back with the settings of this version. A pid file that names no such server is removed: PostgreSQL itself
 * would refuse to start where the pid was given to another process since.
 */
export async function clearTheWay(data: string): Promise<"nothing" | "stopped" | "stale"> {
  const pidFile = join(data, "postmaster.pid");
  if (!existsSync(pidFile)) return "nothing";
  const pid = Number.parseInt(readFileSync(pidFile, "utf8"), 10);
  if (!isServerOn(data, pid)) {
    rmSync(pidFile, { force: true });
    return "stale";
  }
  await stopServer(pid);
  return "stopped";
}

/**
 * Fast shutdown: open transactions are rolled back, everything is flushed. After `patienceMs` an immediate one,
 * which loses nothing either but leaves a recovery for the next start.
 */
export async function stopServer(pid: number, patienceMs = 20_000): Promise<void> {
  if (!signal(pid, "SIGINT")) return;
  const hurryAt = Date.now() + patienceMs;
  let hurried = false;
  while (isAlive(pid)) {
    if (!hurried && Date.now() > hurryAt) hurried = signal(pid, "SIGQUIT");
    await sleep(20);
  }
}

function isServerOn(data: string, pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 1 || !isAlive(pid)) return false;
  const command = commandOf(pid);
  return command.includes("postgres") && command.includes(data);
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return fromPs(pid);
  }
}

function fromPs(pid: number): string {
  try {
    return execFileSync("ps", ["-ww", "-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return "";
  }
}

function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false; // gone already
  }
}
