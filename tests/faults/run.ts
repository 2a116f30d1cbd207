import { inspect, parseArgs } from "node:util";
import { ensureBuilt } from "#scripts/build.ts";
import { sweepScratch } from "#tests/support/scratch.ts";
import { FAULTS } from "./catalogue.ts";
import { type Fault, oneRun } from "./support/one-run.ts";
import { makePlace, type Place } from "./support/place.ts";
import { NotHere } from "./support/small-disk.ts";
import { type Tally, tableOf, tallyFor } from "./support/table.ts";

/*
 * npm run test:faults -- [--fault X7] [--runs 20] [--minutes 60] [--seed N]
 *
 * Breaks the product in every way of the catalogue and asks each time whether it kept its promises. Every run has a seed
 * of its own, which is said when a promise was broken: `--fault X7 --seed N` is that run again. Without --minutes each
 * fault happens as often as the catalogue says; with it, all of them in turn until the time is over.
 */

const { values } = parseArgs({
  options: {
    fault: { type: "string" },
    runs: { type: "string" },
    minutes: { type: "string" },
    seed: { type: "string" },
  },
});
const chosen = FAULTS.filter(({ id }) => !values.fault || id === values.fault || id.startsWith(`${values.fault} `));
if (chosen.length === 0) throw new Error(`There is no fault ${values.fault}.`);
const firstSeed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000));
const onlyOnce = values.seed !== undefined && values.fault !== undefined;

await sweepScratch();
await ensureBuilt(console.log);
const places = new Map<Fault["place"], Place>();
const tallies = new Map<Fault, Tally>(chosen.map((fault) => [fault, tallyFor(fault)]));
const begun = Date.now();
const until = values.minutes === undefined ? Number.POSITIVE_INFINITY : begun + Number(values.minutes) * 60_000;
console.log(`Seed ${firstSeed}; ${chosen.length} faults.`);

let stopped = false;
for (const name of ["SIGINT", "SIGTERM"] as const) {
  process.once(name, () => {
    stopped = true;
    console.log("Stopping after this run…");
  });
}
let number = 0;
for (const fault of inTurn(chosen)) {
  if (stopped || Date.now() > until) break;
  await run(fault, firstSeed + number++);
}
for (const place of places.values()) await place.leave();

const broken = [...tallies.values()].reduce((sum, { broken }) => sum + broken.length, 0);
console.log(`\n${tableOf([...tallies.values()])}`);
console.log(
  `\n${number} runs in ${Math.round((Date.now() - begun) / 60_000)} minutes from seed ${firstSeed}, ${broken} promises broken.`,
);
process.exit(broken === 0 ? 0 : 1);

/** Spread evenly, so that a run cut short has had something of everything. */
function* inTurn(faults: readonly Fault[]): Generator<Fault> {
  const wanted = (fault: Fault) => Number(values.runs ?? (onlyOnce ? 1 : fault.runs));
  const most = Math.max(...faults.map(wanted));
  const again = values.minutes !== undefined && values.runs === undefined;
  do {
    for (let round = 0; round < most; round++) {
      for (const fault of faults) {
        const share = wanted(fault) / most;
        if (Math.ceil((round + 1) * share) > Math.ceil(round * share)) yield fault;
      }
    }
  } while (again);
}

async function run(fault: Fault, seed: number): Promise<void> {
  const tally = tallies.get(fault) as Tally;
  if (tally.notRun) return;
  const since = performance.now();
  try {
    tally.came(await oneRun(await placeOf(fault), fault, seed));
  } catch (error) {
    if (error instanceof NotHere) {
      tally.notRun = error.message;
      return;
    }
    tally.broken.push({ seed, error: error as Error });
    console.log(`BROKEN ${fault.id} --seed ${seed}: ${inspect(error)}`);
    await forget(fault);
  }
  const seconds = ((performance.now() - since) / 1000).toFixed(1);
  console.log(`${new Date().toISOString().slice(11, 19)} ${String(number).padStart(5)} ${fault.id} (${seconds} s)`);
}

async function placeOf({ place }: Fault): Promise<Place> {
  const there = places.get(place) ?? (await (place ?? makePlace)());
  places.set(place, there);
  return there;
}

/** What follows a broken promise begins at a place that is whole. */
async function forget({ place }: Fault): Promise<void> {
  await places.get(place)?.leave();
  places.delete(place);
}
