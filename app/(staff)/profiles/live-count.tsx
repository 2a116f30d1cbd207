import { Suspense } from "react";
import { Num } from "#components/number.tsx";
import type { Profile } from "#lib/profiles/profile.ts";
import type { LiveCounts } from "#lib/virtual/live-counts.ts";

type Props = { counting: Promise<LiveCounts>; of: keyof Profile["counts"] };

/** One of a profile's counts, filled in as soon as it is there. */
export function LiveCount(props: Props) {
  return (
    <Suspense fallback={<span className="font-normal text-muted text-xs">counting…</span>}>
      <Counted {...props} />
    </Suspense>
  );
}

async function Counted({ counting, of }: Props) {
  const live = await counting;
  if (live.state !== "too_slow") return <Num value={live.counts[of]} />;
  return (
    <span className="font-normal text-muted text-xs" title={live.message}>
      {of === "contacts" ? "takes too long" : "–"}
    </span>
  );
}
