import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Tally } from "./tally.ts";

/** What vitest's JSON reporter writes, as far as it is counted here. */
type Report = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
};

/** Runs a program of node_modules; resolves to whether it ended well. */
type Run = (program: string, ...args: string[]) => Promise<boolean>;

/**
 * Runs the tests of a configuration whose path holds one of `filters` (all without one), and counts them.
 * A file that fails without a failed test (it did not load, a hook threw) counts as one; so does a run that ends badly
 * with nothing to show for it.
 */
export async function vitest(run: Run, config: string, ...filters: string[]): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), "rollbook-report-"));
  const file = join(folder, "report.json");
  try {
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
    const well = await run("vitest", "run", "--config", config, ...reporters, ...filters);
    const { passed, failed } = existsSync(file) ? count(JSON.parse(readFileSync(file, "utf8"))) : NOTHING;
    return { passed, failed: well ? failed : Math.max(failed, 1) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const NOTHING: Tally = { passed: 0, failed: 0 };

function count({ numPassedTests, numFailedTests, testResults }: Report): Tally {
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((assertion) => assertion.status === "failed"),
  );
  return { passed: numPassedTests, failed: numFailedTests + broken.length };
}
