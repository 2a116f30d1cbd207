import { Icon } from "#components/icons.tsx";
import { useWords } from "#components/words.ts";
import type { Preview } from "./preview.ts";

/** On a narrow window, where the count stands below the rules: in sight all the time, and leads there. */
export function CountAtHand({ preview: { counted } }: { preview: Preview }) {
  const t = useWords();
  if (!counted) return null;
  return (
    <a
      href="#preview"
      className="sticky bottom-3 z-20 flex min-h-11 items-center justify-between gap-3 rounded-lg border border-edge/60 bg-raised px-4 shadow-raised lg:hidden"
    >
      <span className="tabular-nums">
        {t.rich("<b>{count, number}</b> of {of, number} match", {
          count: counted.count.count,
          of: counted.count.of,
          b: (words) => <span className="font-semibold">{words}</span>,
        })}
      </span>
      <Icon name="arrow-down" />
    </a>
  );
}
