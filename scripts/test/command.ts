import { spawn } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "../root.ts";

/** Without a person at a terminal the log is plain text. */
const PLAIN = process.stdout.isTTY ? {} : { NO_COLOR: "1" };

/** What was compiled once is not compiled again by each of some hundred processes: a tenth of their work. */
const COMPILED = join(ROOT, "node_modules/.cache/compiled");

/** Runs a program of node_modules in the project's folder, on our own streams. Resolves to whether it ended well. */
export async function command(signal: AbortSignal, name: string, ...args: string[]): Promise<boolean> {
  const bin = join(ROOT, "node_modules/.bin");
  const child = spawn(join(bin, name), args, {
    cwd: ROOT,
    // Its `node` is ours, whatever the machine's is.
    env: { ...process.env, PATH: `${bin}:${process.env.PATH}`, NODE_COMPILE_CACHE: COMPILED, ...PLAIN },
    stdio: "inherit",
    signal,
  });
  let failure: Error | undefined;
  child.once("error", (error) => {
    failure = error;
  });
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (failure) console.error(`${name}: ${failure.message}`);
  return code === 0 && !failure;
}
