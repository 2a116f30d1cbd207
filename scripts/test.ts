import { ensureBuilt } from "./build.ts";
import { command } from "./test/command.ts";
import { type Tally, tallyOf } from "./test/tally.ts";
import { vitest } from "./test/vitest.ts";

/*
 * npm test: everything from a fresh clone to a verdict (bootstrap.mjs has installed the packages by now). Each step runs
 * whatever became of those before it; the last line is `N passed, N failed`. Types, lint and build count as one test each.
 */

const stopping = new AbortController();
for (const name of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(name, () => stopping.abort());

/** Biome does not look at NO_COLOR. */
const colours = process.stdout.isTTY ? [] : ["--colors=off"];

const steps: [title: string, step: () => Promise<Tally>][] = [
  ["Types", async () => tallyOf((await run("next", "typegen")) && (await run("tsc", "--noEmit")))],
  ["Lint", async () => tallyOf(await run("biome", "ci", "--error-on-warnings", ...colours, "."))],
  ["Unit and database tests", () => vitest(run, "vitest.config.ts")],
  ["Build", build],
  ["Walks, starting, stopping and breaking it", () => vitest(run, "vitest.walks.config.ts")],
];

const results: (Tally & { title: string; seconds: number })[] = [];
for (const [title, step] of steps) {
  console.log(`\n── ${title} ──`);
  const begun = performance.now();
  const tally = await step();
  results.push({ title, ...tally, seconds: (performance.now() - begun) / 1000 });
}

console.log("");
for (const { title, passed, failed, seconds } of results) {
  console.log(`${title}: ${passed} passed, ${failed} failed (${seconds.toFixed(0)} s)`);
}
const sum = (of: "passed" | "failed") => results.reduce((total, result) => total + result[of], 0);
if (sum("failed") > 0 || stopping.signal.aborted) process.exitCode = 1;
console.log(`${sum("passed")} passed, ${sum("failed")} failed`);

function run(program: string, ...args: string[]): Promise<boolean> {
  return command(stopping.signal, program, ...args);
}

async function build(): Promise<Tally> {
  try {
    await ensureBuilt(console.log, stopping.signal);
    return tallyOf(true);
  } catch (error) {
    console.error((error as Error).message);
    return tallyOf(false);
  }
}
