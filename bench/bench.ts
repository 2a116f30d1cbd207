import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ensureBuilt } from "#scripts/build.ts";
import { ROOT } from "#scripts/root.ts";
import { changesBench } from "./changes.ts";
import { contactsBench } from "./contacts/contacts.ts";
import { fiveBench } from "./five.ts";
import { growthBench } from "./growth.ts";
import { importBench } from "./import.ts";
import { listBench } from "./list.ts";
import { pagesBench } from "./pages.ts";
import { reviewBench } from "./review.ts";
import { rulesBench, rulesGrowthBench } from "./rules.ts";
import { statisticsBench } from "./statistics.ts";
import { startInstallation } from "./support/installation.ts";
import { type Bench, printResults, type Result } from "./support/result.ts";

/*
 * npm run bench [-- NAME…] [--rows N]
 *
 * Measures the built product on a server and database of its own, against a floor measured in the same run. Prints a
 * table and writes bench/results.json; exit code 1 when a target is missed.
 */

const BENCHES: Record<string, Bench> = {
  import: importBench,
  changes: changesBench,
  growth: growthBench,
  five: fiveBench,
  pages: pagesBench,
  list: listBench,
  contacts: contactsBench,
  rules: rulesBench,
  rulesGrowth: rulesGrowthBench,
  review: reviewBench,
  statistics: statisticsBench,
};
const RESULTS = join(ROOT, "bench/results.json");

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rows: { type: "string", default: "1000000" } },
});
const names = positionals.length > 0 ? positionals : Object.keys(BENCHES);
const unknown = names.filter((name) => !(name in BENCHES));
if (unknown.length > 0 || !/^[1-9]\d{0,8}$/.test(values.rows)) {
  console.error(`npm run bench -- [${Object.keys(BENCHES).join("] [")}] [--rows N]`);
  process.exit(2);
}

await ensureBuilt(console.log);
const results: Result[] = [];
for (const name of names) results.push(...(await runOne(name, Number(values.rows))));
printResults(results);
keep(results);
process.exitCode = results.every((result) => result.met) ? 0 : 1;

async function runOne(name: string, rows: number): Promise<Result[]> {
  const folder = mkdtempSync(join(tmpdir(), "rollbook-bench-"));
  chmodSync(folder, 0o711); // as root, the database runs as another user
  const installation = await startInstallation(folder);
  try {
    console.log(`\n${name}, ${rows.toLocaleString("en")} rows`);
    return (await BENCHES[name]?.({ installation, folder, rows })) ?? [];
  } finally {
    await installation.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Results of other benches and sizes stay in the file. */
function keep(fresh: Result[]): void {
  const known: Result[] = existsSync(RESULTS) ? JSON.parse(readFileSync(RESULTS, "utf8")) : [];
  const others = known.filter((old) => !fresh.some(({ name, rows }) => old.name === name && old.rows === rows));
  const all = [...others, ...fresh].sort((a, b) => a.name.localeCompare(b.name) || a.rows - b.rows);
  writeFileSync(RESULTS, `${JSON.stringify(all, null, 2)}\n`);
}
