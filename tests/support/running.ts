import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ROOT } from "#scripts/root.ts";

/** The product, started as a person starts it, in a process of its own. */
export type Running = {
  readonly pid: number;
  /** All that it has said so far, on both streams. */
  output(): string;
  /** Waits until it has said this; throws with all that it said when it ends before, or after `withinMs`. */
  says(pattern: RegExp, withinMs?: number): Promise<RegExpExecArray>;
  /** Reads no more of what it says: the pipe fills up, as when a log's reader hangs. */
  stopListening(): void;
  /** Waits for its end. */
  ended(): Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  signal(name: NodeJS.Signals): void;
  /** SIGTERM, and its end. Does nothing when it has ended. */
  stop(): Promise<void>;
  /** SIGKILL, to its whole group where it has one, and its end: the power fails. */
  kill(): Promise<void>;
};

export type RunOptions = {
  /** Its settings: it sees nothing of ours but where programs and folders are. */
  env?: Record<string, string>;
  /** Default: `node scripts/start.ts`. */
  command?: [program: string, ...args: string[]];
  /** Default: this project's folder. */
  cwd?: string;
  /** Another operating-system user, for root. */
  uid?: number;
  gid?: number;
  /** A process group of its own, so that `process.kill(-pid)` reaches all that it started. */
  group?: boolean;
};

/** Starts it and returns at once. It ends when our process does, however that comes about. */
export function run({ env = {}, command, cwd = ROOT, uid, gid, group = false }: RunOptions = {}): Running {
  const [program, ...args] = command ?? [process.execPath, join(ROOT, "scripts/start.ts")];
  const child: ChildProcess = spawn(program, args, {
    cwd,
    env: { NODE_ENV: "production", ...inherited(), ...env },
    uid,
    gid,
    detached: group,
    // The product stops when this channel closes.
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
  }
  const end = new Promise<Awaited<ReturnType<Running["ended"]>>>((resolve, reject) =>
    child.once("error", reject).once("close", (code, signal) => resolve({ code, signal })),
  );
  return {
    pid: child.pid ?? 0,
    output: () => output,
    says: (pattern, withinMs = 120_000) => heard(child, () => output, pattern, withinMs),
    stopListening: () => {
      for (const stream of [child.stdout, child.stderr]) stream?.pause();
    },
    ended: () => end,
    signal: (name) => void child.kill(name),
    async stop() {
      if (!hasEnded(child)) child.kill("SIGTERM");
      await end;
    },
    async kill() {
      if (!hasEnded(child)) process.kill(group ? -(child.pid ?? 0) : (child.pid ?? 0), "SIGKILL");
      await end;
    },
  };
}

/** Where it listens, once it is ready; behind a public address that is the last thing on the line. */
export async function addressOf(running: Running): Promise<string> {
  return (await running.says(/^Rollbook is ready: .*?(http:\/\/[\w.:[\]]+:\d+)\)?$/m))[1] as string;
}

/** Only what programs need to be found and to keep their files. */
function inherited(): Record<string, string> {
  const names = ["PATH", "HOME", "TMPDIR", "LANG", "TZ", "MALLOC_ARENA_MAX", "NODE_COMPILE_CACHE"];
  return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}

async function heard(child: ChildProcess, output: () => string, pattern: RegExp, withinMs: number) {
  for (const until = Date.now() + withinMs; ; await sleep(15)) {
    const found = pattern.exec(output());
    if (found) return found;
    if (hasEnded(child) || Date.now() > until) {
      throw new Error(`It ${hasEnded(child) ? "ended" : "went on"} without saying ${pattern}. It said:\n${output()}`);
    }
  }
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;
