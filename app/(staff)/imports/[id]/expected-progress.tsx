"use client";

import { Progress } from "#components/progress.tsx";
import { LiveProgress } from "./live-progress.tsx";

/** It is never told to be done before it is. */
const MOST = 0.98;

/**
 * One transaction, which nobody can look into: how far it will be by now if it goes at `rate`, as fast as others went.
 * `since` in milliseconds.
 */
export function ExpectedProgress({
  id,
  label,
  max,
  rate,
  since,
}: {
  id: string;
  label: string;
  max: number;
  rate: number | null;
  since: number;
}) {
  const seconds = Math.max(Date.now() - since, 0) / 1000;
  if (rate === null || max === 0)
    return <LiveProgress id={id} label={label} done={0} max={0} of="rows" since={since} />;
  const done = Math.min(rate * seconds, max * MOST);
  return (
    <Progress
      id={id}
      label={label}
      done={Math.round(done)}
      max={max}
      rate={Math.round(rate)}
      secondsLeft={done < max * MOST ? (max - done) / rate : undefined}
    />
  );
}
