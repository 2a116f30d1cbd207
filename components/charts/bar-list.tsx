import { scaleLinear } from "d3-scale";
import { Picture } from "#components/charts/chart.tsx";

/** `shown` is the number in words; `muted` for what is no value of its own, such as all the others. */
export type ListedBar = { label: string; value: number; shown: string; muted?: boolean };

const ROW = 36;
const BAR = 8;
/** So many letters fit beside the number, and on a telephone. */
const LONGEST = 48;
const LONGEST_NARROW = 26;

/** Things of one kind by how many each has: a bar under its name, all from the same zero. */
export function BarList({ name, bars }: { name: string; bars: readonly ListedBar[] }) {
  const width = scaleLinear()
    .domain([0, Math.max(1, ...bars.map(({ value }) => value))])
    .range([0, 100]);
  return (
    <Picture
      name={name}
      description={bars.map(({ label, shown }) => `${label}: ${shown}`).join("; ")}
      height={bars.length * ROW - (ROW - BAR - 22)}
    >
      {bars.map(({ label, value, shown, muted }, at) => (
        <g key={label}>
          <title>{`${label}: ${shown}`}</title>
          <text x="0" y={at * ROW + 12} className="fill-text text-xs max-sm:hidden">
            {shortened(label, LONGEST)}
          </text>
          <text x="0" y={at * ROW + 12} className="fill-text text-xs sm:hidden">
            {shortened(label, LONGEST_NARROW)}
          </text>
          <text x="100%" y={at * ROW + 12} textAnchor="end" className="fill-muted text-xs tabular-nums">
            {shown}
          </text>
          <rect x="0" y={at * ROW + 18} width="100%" height={BAR} rx="2" className="fill-hover" />
          {value > 0 && (
            <rect
              x="0"
              y={at * ROW + 18}
              // What is there is seen, however small.
              width={`${Math.max(0.5, width(value))}%`}
              height={BAR}
              rx="2"
              className={muted ? "fill-edge" : "fill-chart-1"}
            />
          )}
        </g>
      ))}
    </Picture>
  );
}

function shortened(label: string, longest: number): string {
  const letters = [...label];
  return letters.length <= longest ? label : `${letters.slice(0, longest - 1).join("")}…`;
}
