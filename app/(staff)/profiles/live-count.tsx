import { Suspense } from "react";
import { Num } from "#components/number.tsx";
import { useWords } from "#components/words.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import type { LiveCounts } from "#lib/virtual/live-counts.ts";

type Props<Counting> = { counting: Counting; of: keyof Profile["counts"] };

/**
 * One of a profile's counts: at once where it is there (what waits behind a fallback comes in by a script, which may be
 * off), else filled in as soon as it is.
 */
export function LiveCount({ counting, of }: Props<LiveCounts | Promise<LiveCounts>>) {
  const t = useWords();
  if (!(counting instanceof Promise)) return <Counted counting={counting} of={of} />;
  // As wide as anything that may come, so that no column moves when it does.
  const width = of === "contacts" ? "min-w-24" : "min-w-18";
  return (
    <span className={`inline-block text-left sm:text-right ${width}`}>
      <Suspense fallback={<span className="font-normal text-muted text-xs">{t("counting…")}</span>}>
        <Awaited counting={counting} of={of} />
      </Suspense>
    </span>
  );
}

async function Awaited({ counting, of }: Props<Promise<LiveCounts>>) {
  return <Counted counting={await counting} of={of} />;
}

function Counted({ counting: live, of }: Props<LiveCounts>) {
  const t = useWords();
  if (live.state !== "too_slow") return <Num value={live.counts[of]} />;
  return (
    <span className="font-normal text-muted text-xs" title={t.words(live.words)}>
      {of === "contacts" ? t("takes too long") : "–"}
    </span>
  );
}
