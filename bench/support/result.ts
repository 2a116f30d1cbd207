import type { Installation } from "./installation.ts";

/** One line of bench/results.json. Times are in seconds but for p95ms; `ratio` is to the floor of the same run. */
export type Result = {
  name: string;
  rows: number;
  seconds: number;
  floorSeconds?: number;
  ratio?: number;
  perSecond?: number;
  peakMemoryMB?: number;
  p95ms?: number;
  /** In words. */
  target: string;
  met: boolean;
};

/** `folder` is for its files, and is removed after it. */
export type Bench = (given: { installation: Installation; folder: string; rows: number }) => Promise<Result[]>;

export function printResults(results: Result[]): void {
  console.table(
    Object.fromEntries(
      results.map((result) => [
        `${result.name} ${result.rows.toLocaleString("en")}`,
        {
          seconds: round(result.seconds),
          floor: round(result.floorSeconds),
          ratio: round(result.ratio),
          "rows/s": result.perSecond === undefined ? "" : Math.round(result.perSecond).toLocaleString("en"),
          "memory MB": round(result.peakMemoryMB),
          "p95 ms": round(result.p95ms),
          target: result.target,
          met: result.met ? "yes" : "NO",
        },
      ]),
    ),
  );
}

const round = (value: number | undefined) => (value === undefined ? "" : Math.round(value * 100) / 100);
