import { inspect, parseArgs } from "node:util";
import { ensureBuilt } from "#scripts/build.ts";
import { sweepScratch } from "#tests/support/scratch.ts";
import { FAULTS } from "./catalogue.ts";
import { openLane } from "./support/lane.ts";
import type { Fault } from "./support/one-run.ts";
import { schedule, type Turn } from "./support/schedule.ts";
import { NotHere } from "./support/small-disk.ts";
import { type Tally, tableOf, tallyFor } from "./support/table.ts";

/*
 * npm run test:faults -- [--fault X7] [--runs 20] [--minutes 60] [--lanes 2] [--seed N [--turn N]]
 *
 * Breaks the product in every way of the catalogue and asks each time whether it kept its promises. Every run has a seed
 * of its own, which is said when a promise was broken: `--fault X7 --seed N --turn N` is that run again. Each fault
 * happens as often as the catalogue says; with --minutes no run begins after that time, and all of them are gone through
 * again while there is some left. Lanes work side by side, each with a server and a database of its own; what measures
 * comes first, alone.
 */

const { values } = parseArgs({
  options: {
    fault: { type: "string" },
    runs: { type: "string" },
    minutes: { type: "string" },
    lanes: { type: "string", default: "1" },
    seed: { type: "string" },
    turn: { type: "string", default: "0" },
  },
});
const chosen = FAULTS.filter(({ id }) => !values.fault || id === values.fault || id.startsWith(`${values.fault} `));
if (chosen.length === 0) throw new Error(`There is no fault ${values.fault}.`);
const firstSeed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000));
const onlyOnce = values.seed !== undefined && values.fault !== undefined;

await sweepScratch();
await ensureBuilt(console.log);
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
/** The suite's own: what happens besides a run is no part of its verdict, and must not go unheard. */
const loose: unknown[] = [];
process.on("unhandledRejection", (reason) => {
  loose.push(reason);
  console.log(`NOBODY WAITED FOR ${inspect(reason)}`);
});

let number = 0;
const turns = new Map<Fault, number>();
const lanes = Array.from({ length: Number(values.lanes) }, openLane);
const again = values.minutes !== undefined && values.runs === undefined;
const wanted = (fault: Fault) => Number(values.runs ?? (onlyOnce ? 1 : fault.runs));
await inLanes(
  lanes.slice(0, 1),
  schedule(
    chosen.filter(({ alone }) => alone),
    wanted,
    next,
    false,
  ),
);
await inLanes(
  lanes,
  schedule(
    chosen.filter(({ alone }) => !alone),
    wanted,
    next,
    again,
  ),
);
for (const lane of lanes) await lane.leave();

const broken = [...tallies.values()].reduce((sum, { broken }) => sum + broken.length, 0);
const runs = [...tallies.values()].reduce((sum, { seconds }) => sum + seconds.length, 0);
console.log(`\n${tableOf([...tallies.values()])}`);
console.log(
  `\n${runs} runs in ${Math.round((Date.now() - begun) / 60_000)} minutes from seed ${firstSeed}, ${broken} promises broken.`,
);
process.exit(broken === 0 && loose.length === 0 ? 0 : 1);

function next(fault: Fault): Turn {
  const turn = turns.get(fault) ?? Number(values.turn);
  turns.set(fault, turn + 1);
  return { fault, seed: firstSeed + number++, turn };
}

/** Each lane takes the next turn as soon as it is free. */
async function inLanes(lanes: ReturnType<typeof openLane>[], ahead: Generator<Turn, undefined>): Promise<void> {
  await Promise.all(
    lanes.map(async (lane) => {
      while (!stopped && Date.now() < until) {
        const turn = ahead.next().value;
        if (!turn) return;
        await take(lane, turn);
      }
    }),
  );
}

async function take(lane: ReturnType<typeof openLane>, { fault, seed, turn }: Turn): Promise<void> {
  const tally = tallies.get(fault) as Tally;
  if (tally.notRun) return;
  const since = performance.now();
  let outcome: string;
  try {
    outcome = await lane.run(fault, seed, turn);
    tally.outcomes.set(outcome, (tally.outcomes.get(outcome) ?? 0) + 1);
  } catch (error) {
    if (error instanceof NotHere) {
      tally.notRun = error.message;
      return;
    }
    tally.broken.push({ seed, turn, error: error as Error });
    outcome = `BROKEN --seed ${seed} --turn ${turn}: ${inspect(error)}`;
  }
  const seconds = (performance.now() - since) / 1000;
  tally.seconds.push(seconds);
  const clock = new Date().toISOString().slice(11, 19);
  const at = seed - firstSeed + 1;
  console.log(`${clock} ${String(at).padStart(5)} ${fault.id} (${seconds.toFixed(1)} s): ${outcome}`);
}
