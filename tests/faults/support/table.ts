import type { Fault } from "./one-run.ts";

/** What came of all runs of one fault. */
export type Tally = {
  fault: Fault;
  outcomes: Map<string, number>;
  /** How long each run took, those that broke a promise too. */
  seconds: number[];
  broken: { seed: number; turn: number; error: Error }[];
  /** Why it could not happen on this machine. */
  notRun?: string;
};

export const tallyFor = (fault: Fault): Tally => ({ fault, outcomes: new Map(), seconds: [], broken: [] });

/** As a table in Markdown: fault, runs, outcome, seconds of a run, what was lost. */
export function tableOf(tallies: readonly Tally[]): string {
  const rows = tallies.map(({ fault, outcomes, seconds, broken, notRun }) => {
    if (notRun) return [fault.id, fault.what, "not run", notRun, "", ""];
    const came = [...outcomes].sort((a, b) => b[1] - a[1]).map(([outcome, count]) => `${outcome} (${count})`);
    const seeds = broken.map(({ seed, turn }) => `seed ${seed} turn ${turn}`);
    const lost = seeds.length > 0 ? `BROKEN in ${seeds.join(", ")}` : "nothing";
    const none = seconds.length === 0;
    return [fault.id, fault.what, seconds.length, came.join(", "), none ? "" : spread(seconds), none ? "" : lost];
  });
  return [
    "| fault | what happens | runs | outcome | seconds | lost |",
    "|---|---|---:|---|---:|---|",
    ...rows.map((cells) => `| ${cells.join(" | ")} |`),
  ].join("\n");
}

/** The median, and the longest where it is another one. */
function spread(seconds: readonly number[]): string {
  const sorted = [...seconds].sort((a, b) => a - b);
  const [median, longest] = [sorted[Math.floor((sorted.length - 1) / 2)] ?? 0, sorted.at(-1) ?? 0];
  const [usual, most] = [median, longest].map((each) => each.toFixed(each < 10 ? 1 : 0));
  return usual === most ? `${usual}` : `${usual}, at most ${most}`;
}
