import type { ReactNode } from "react";
import { useWords } from "#components/words.ts";

/**
 * Work that runs: how much of it is done, how fast it goes and how long it will still take.
 * Without `max` the bar only says that work goes on. `done` and `max` count `unit`s ("rows", in the person's language),
 * or what `format` writes, such as bytes.
 */
export function Progress({
  id,
  label,
  done,
  max,
  unit,
  format,
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
  const t = useWords();
  const amount = (value: number) => format?.(value) ?? `${t.number(value)} ${unit ?? t("rows")}`;
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <div className="flex items-baseline justify-between gap-4">
        <label htmlFor={id} className="min-w-0 font-medium">
          {label}
        </label>
        {max !== undefined && <span className="font-semibold tabular-nums">{t.share(done, max)}</span>}
      </div>
      <progress id={id} value={max === undefined ? undefined : done} max={max} />
      <p className="flex flex-wrap gap-x-4 text-muted text-sm tabular-nums">
        <span>{max === undefined ? amount(done) : t("{done} of {all}", { done: amount(done), all: amount(max) })}</span>
        {rate !== undefined && <span>{t("{amount} per second", { amount: amount(rate) })}</span>}
        {secondsLeft !== undefined && <span>{t("about {duration} left", { duration: t.duration(secondsLeft) })}</span>}
      </p>
    </div>
  );
}
