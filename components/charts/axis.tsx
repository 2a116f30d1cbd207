import type { ScaleLinear } from "d3-scale";
import type { ReactNode } from "react";
import { useWords } from "#components/words.ts";

/** The part of a picture that holds the bars: right of the numbers. Places in it are percentages of its own width. */
export function Plot({ children }: { children: ReactNode }) {
  return (
    <svg aria-hidden="true" x="10%" width="90%" className="overflow-visible">
      {children}
    </svg>
  );
}

/** Two or three lines across the plot, each with its number at the left. */
export function Grid({ y, ticks = 2 }: { y: ScaleLinear<number, number>; ticks?: number }) {
  const t = useWords();
  return y
    .ticks(ticks)
    .filter(Number.isInteger)
    .map((tick) => (
      <g key={tick}>
        <line x1="0" x2="100%" y1={y(tick)} y2={y(tick)} className={tick === 0 ? "stroke-edge" : "stroke-line"} />
        <text x="-8" y={y(tick) + 4} textAnchor="end" className="fill-muted text-2xs tabular-nums">
          {tick < 10_000 ? t.number(tick) : t.compact(tick)}
        </text>
      </g>
    ));
}

/** Names under the bars, as many as there is room for: fewer on a telephone. `at` is a place in percent. */
export function AxisNames({ names, y }: { names: readonly { name: string; at: number }[]; y: number }) {
  const step = Math.ceil(names.length / 9);
  const narrow = step * Math.max(1, Math.ceil(names.length / step / 4));
  return names.map(({ name, at }, index) =>
    index % step === 0 ? (
      <text
        key={at}
        x={`${at}%`}
        y={y}
        textAnchor="middle"
        className={`fill-muted text-2xs ${index % narrow === 0 ? "" : "max-sm:hidden"}`}
      >
        {name}
      </text>
    ) : null,
  );
}
