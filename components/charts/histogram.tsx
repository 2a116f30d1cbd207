import { scaleLinear } from "d3-scale";
import { Grid, Plot } from "#components/charts/axis.tsx";
import { Picture } from "#components/charts/chart.tsx";

/** `from` stands under the bar's left end; `detail` is the bar in words. */
export type HistogramBar = { from: string; detail: string; count: number };

const TOP = 16;
const BOTTOM = 116;

/** How values are spread: bars side by side, each over a stretch of values. */
export function Histogram({ name, bars }: { name: string; bars: readonly HistogramBar[] }) {
  const y = scaleLinear()
    .domain([0, Math.max(1, ...bars.map(({ count }) => count))])
    .range([BOTTOM, TOP])
    .nice(2);
  const step = 100 / bars.length;
  const every = Math.ceil(bars.length / 6);
  return (
    <Picture name={name} description={bars.map(({ detail }) => detail).join("; ")} height={134}>
      <Plot>
        <Grid y={y} />
        {bars.map(({ from, detail, count }, at) => (
          <g key={detail}>
            <rect
              x={`${at * step + step * 0.04}%`}
              width={`${step * 0.92}%`}
              y={Math.min(y(count), count > 0 ? BOTTOM - 1 : BOTTOM)}
              height={Math.max(BOTTOM - y(count), count > 0 ? 1 : 0)}
              className="fill-chart-1"
            >
              <title>{detail}</title>
            </rect>
            {at % every === 0 && (
              <text
                x={`${at * step}%`}
                y={BOTTOM + 15}
                className={`fill-muted text-2xs ${at % (every * 2) === 0 ? "" : "max-sm:hidden"}`}
              >
                {from}
              </text>
            )}
          </g>
        ))}
      </Plot>
    </Picture>
  );
}
