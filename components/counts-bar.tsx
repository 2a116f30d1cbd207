import { say } from "#components/words/say.ts";
import { useWords } from "#components/words.ts";

/** What became of the lines of a file. They add up to the lines that were read. */
export type Counts = { new: number; updated: number; unchanged: number; duplicate: number; rejected: number };

/** In the order of the bar, whose neighbours differ in lightness too. */
const kinds = [
  { key: "new", label: say("New"), fill: "fill-good", dot: "bg-good" },
  { key: "updated", label: say("Updated"), fill: "fill-virtual", dot: "bg-virtual" },
  { key: "unchanged", label: say("Unchanged"), fill: "fill-edge", dot: "bg-edge" },
  { key: "duplicate", label: say("Duplicate"), fill: "fill-warn", dot: "bg-warn" },
  { key: "rejected", label: say("Rejected"), fill: "fill-bad", dot: "bg-bad" },
] as const;

/**
 * An import's counts as one bar, with the table of the numbers under it: each line that was read is in exactly one.
 * `hrefs` leads from a kind to its rows. `bare` draws the bar alone, for a row of the logs where the numbers stand beside it.
 */
export function CountsBar({
  counts,
  hrefs = {},
  bare = false,
}: {
  counts: Counts;
  hrefs?: Partial<Record<keyof Counts, string>>;
  bare?: boolean;
}) {
  const t = useWords();
  const total = kinds.reduce((sum, { key }) => sum + counts[key], 0);
  if (bare) return <Bar counts={counts} total={total} />;
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <Bar counts={counts} total={total} />
      <table className="w-full max-w-xl border-separate border-spacing-0 text-sm">
        <caption className="sr-only">{t("What became of the lines that were read")}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">{t("Outcome")}</th>
            <th scope="col">{t("Lines")}</th>
            <th scope="col">{t("Share")}</th>
          </tr>
        </thead>
        <tbody>
          {kinds.map(({ key, label, dot }) => (
            <tr key={key}>
              <th scope="row" className="py-1 text-left font-normal">
                <span className="inline-flex items-center gap-2">
                  <span aria-hidden="true" className={`size-2.5 rounded-full ${dot}`} />
                  {hrefs[key] && counts[key] > 0 ? <a href={hrefs[key]}>{t(label)}</a> : t(label)}
                </span>
              </th>
              <td className="py-1 text-right tabular-nums">{t.number(counts[key])}</td>
              <td className="w-20 py-1 text-right text-muted tabular-nums">{t.share(counts[key], total)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="[&>*]:border-line [&>*]:border-t">
            <th scope="row" className="py-1 text-left font-semibold">
              {t("Lines read")}
            </th>
            <td className="py-1 text-right font-semibold tabular-nums">{t.number(total)}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

/** A part that is there is never thinner than this much of the bar, in percent: one rejected line in a million is seen. */
const THINNEST = 1;

function Bar({ counts, total }: { counts: Counts; total: number }) {
  const t = useWords();
  const present = kinds.filter(({ key }) => counts[key] > 0);
  const shares = present.map(({ key }) => Math.max((counts[key] / total) * 100, THINNEST));
  const scale = 100 / shares.reduce((sum, share) => sum + share, 0);
  return (
    <svg
      width="100%"
      height="12"
      role="img"
      aria-label={
        present.map(({ key, label }) => `${t(label)} ${t.number(counts[key])}`).join(", ") || t("No line was read")
      }
      className="block overflow-hidden rounded-full bg-line"
    >
      {present.map(({ key, fill }, index) => (
        <rect
          key={key}
          x={`${shares.slice(0, index).reduce((sum, share) => sum + share, 0) * scale}%`}
          width={`${(shares[index] ?? 0) * scale}%`}
          height="12"
          className={`stroke-1 stroke-surface ${fill}`}
        />
      ))}
    </svg>
  );
}
