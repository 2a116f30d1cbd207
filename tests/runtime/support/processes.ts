import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";

/** The process and all that it has started, and they in turn. */
export function family(pid: number): number[] {
  const parents = parentOfEach();
  const found = [pid];
  for (const member of found) {
    for (const [child, parent] of parents) if (parent === member) found.push(child);
  }
  return found;
}

/** Which of them still run. A dead one that nobody has asked after yet does not. */
export function alive(pids: readonly number[]): number[] {
  const all = parentOfEach();
  return pids.filter((pid) => all.has(pid));
}

function parentOfEach(): Map<number, number> {
  return new Map(existsSync("/proc/self/stat") ? fromProc() : fromPs());
}

function fromProc(): [number, number][] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const [state, parent] = statOf(name);
      return parent === undefined || state === "Z" ? [] : [[Number(name), Number(parent)]];
    });
}

/** State and parent stand behind the program's name, which may hold spaces and brackets. */
function statOf(pid: string): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return []; // gone meanwhile
  }
}

function fromPs(): [number, number][] {
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid=,stat="], { encoding: "utf8" }).trim().split("\n");
  return lines
    .map((line) => line.trim().split(/\s+/))
    .flatMap(([pid, parent, state]) => (state?.startsWith("Z") ? [] : [[Number(pid), Number(parent)]]));
}
