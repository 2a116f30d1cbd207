import { formatNumber } from "#components/format.ts";
import { Icon } from "#components/icons.tsx";
import type { Preview } from "./preview.ts";

/** On a narrow window, where the count stands below the rules: in sight all the time, and leads there. */
export function CountAtHand({ preview: { counted } }: { preview: Preview }) {
  if (!counted) return null;
  return (
    <a
      href="#preview"
      className="sticky bottom-3 z-20 flex min-h-11 items-center justify-between gap-3 rounded-lg border border-edge/60 bg-raised px-4 shadow-raised lg:hidden"
    >
      <span className="tabular-nums">
        <span className="font-semibold">{formatNumber(counted.count.count)}</span> of {formatNumber(counted.count.of)}{" "}
        match
      </span>
      <Icon name="arrow-down" />
    </a>
  );
}
