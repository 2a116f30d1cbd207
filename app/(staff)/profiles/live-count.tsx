import { Suspense } from "react";
import { Num } from "#components/number.tsx";
import { getWords, useWords } from "#components/words.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import type { LiveCounts } from "#lib/virtual/live-counts.ts";

type Props = { counting: Promise<LiveCounts>; of: keyof Profile["counts"] };

/** One of a profile's counts, filled in as soon as it is there. */
export function LiveCount(props: Props) {
  const t = useWords();
  return (
    <Suspense fallback={<span className="font-normal text-muted text-xs">{t("counting…")}</span>}>
      <Counted {...props} />
    </Suspense>
  );
}

async function Counted({ counting, of }: Props) {
  const t = await getWords();
  const live = await counting;
  if (live.state !== "too_slow") return <Num value={live.counts[of]} />;
  return (
    <span className="font-normal text-muted text-xs" title={t.words(live.words)}>
      {of === "contacts" ? t("takes too long") : "–"}
    </span>
  );
}
