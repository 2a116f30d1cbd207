import type { Fault } from "./one-run.ts";

/** What came of all runs of one fault. */
export type Tally = {
  fault: Fault;
  runs: number;
  outcomes: Map<string, number>;
  broken: { seed: number; error: Error }[];
  /** Why it could not happen on this machine. */
  notRun?: string;
  came(outcome: string): void;
};

export function tallyFor(fault: Fault): Tally {
  const tally: Tally = {
    fault,
    runs: 0,
    outcomes: new Map(),
    broken: [],
    came(outcome) {
      tally.runs++;
      tally.outcomes.set(outcome, (tally.outcomes.get(outcome) ?? 0) + 1);
    },
  };
  return tally;
}

/** As a table in Markdown: fault, runs, outcome, what was lost. */
export function tableOf(tallies: readonly Tally[]): string {
  const rows = tallies.map(({ fault, runs, outcomes, broken, notRun }) => {
    const came = [...outcomes].sort((a, b) => b[1] - a[1]).map(([outcome, count]) => `${outcome} (${count})`);
    const lost = broken.length === 0 ? "nothing" : `BROKEN in ${broken.map(({ seed }) => `seed ${seed}`).join(", ")}`;
    const total = runs + broken.length;
    if (notRun) return `| ${fault.id} | ${fault.what} | not run | ${notRun} | |`;
    return `| ${fault.id} | ${fault.what} | ${total} | ${came.join(", ")} | ${total === 0 ? "" : lost} |`;
  });
  return ["| fault | what happens | runs | outcome | lost |", "|---|---|---:|---|---|", ...rows].join("\n");
}
