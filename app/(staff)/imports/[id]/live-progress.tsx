"use client";

import { useRef } from "react";
import { Progress } from "#components/progress.tsx";
import { useWords } from "#components/words.ts";

/**
 * How far something is, and from how fast it went while this page looked on, how long it will take. With `max` 0 nobody
 * knows how much there is; `since` (milliseconds) then says for how long it has run.
 */
export function LiveProgress({
  id,
  label,
  done,
  max,
  of,
  since,
  words,
}: {
  id: string;
  label: string;
  done: number;
  max: number;
  of: "bytes" | "rows";
  since?: number;
  words?: string;
}) {
  const t = useWords();
  const seen = useRef<{ done: number; at: number }>(null);
  const now = Date.now();
  seen.current ??= { done, at: now };
  const seconds = (now - seen.current.at) / 1000;
  const rate = seconds > 1 ? Math.round((done - seen.current.done) / seconds) : 0;
  if (max === 0 || done >= max) {
    return (
      <div className="flex flex-col gap-1.5">
        <p id={`${id}-label`} className="font-medium">
          {label}
        </p>
        <progress id={id} aria-labelledby={`${id}-label`} />
        <p className="text-muted text-sm tabular-nums" suppressHydrationWarning>
          {words ??
            (since === undefined ? "" : t("For {duration}", { duration: t.duration(Math.max(now - since, 0) / 1000) }))}
        </p>
      </div>
    );
  }
  return (
    <Progress
      id={id}
      label={label}
      done={done}
      max={max}
      format={of === "bytes" ? t.bytes : undefined}
      rate={rate > 0 ? rate : undefined}
      secondsLeft={rate > 0 ? (max - done) / rate : undefined}
    />
  );
}
