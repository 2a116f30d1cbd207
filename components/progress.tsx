import type { ReactNode } from "react";
import { formatDuration, formatNumber, formatShare } from "#components/format.ts";

/**
 * Work that runs: how much of it is done, how fast it goes and how long it will still take.
 * Without `max` the bar only says that work goes on. `done` and `max` count `unit`s: rows, bytes shown by `format`.
 */
export function Progress({
  id,
  label,
  done,
  max,
  unit = "rows",
  format = formatNumber,
  rate,
  secondsLeft,
}: {
  id: string;
  label: ReactNode;
  done: number;
  max?: number;
  unit?: string;
  format?: (value: number) => string;
  /** Units per second. */
  rate?: number;
  secondsLeft?: number;
}) {
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <div className="flex items-baseline justify-between gap-4">
        <label htmlFor={id} className="min-w-0 font-medium">
          {label}
        </label>
        {max !== undefined && <span className="font-semibold tabular-nums">{formatShare(done, max)}</span>}
      </div>
      <progress id={id} value={max === undefined ? undefined : done} max={max} />
      <p className="flex flex-wrap gap-x-4 text-muted text-sm tabular-nums">
        <span>
          {max === undefined ? format(done) : `${format(done)} of ${format(max)}`} {unit}
        </span>
        {rate !== undefined && (
          <span>
            {format(rate)} {unit} per second
          </span>
        )}
        {secondsLeft !== undefined && <span>about {formatDuration(secondsLeft)} left</span>}
      </p>
    </div>
  );
}
