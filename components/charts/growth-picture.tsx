import { type ScaleBand, scaleBand, scaleLinear } from "d3-scale";
import { area, line, stack } from "d3-shape";
import { AxisNames, Grid, Plot } from "#components/charts/axis.tsx";
import { Picture } from "#components/charts/chart.tsx";

/** A day, week or month. `tick` stands under it; `detail` is all of its numbers in words. */
export type GrowthBar = {
  tick: string;
  detail: string;
  total: number;
  added: number;
  unsubscribed: number;
  bounced: number;
};

const LEFT = ["unsubscribed", "bounced"] as const;
export const LEFT_COLOURS = {
  unsubscribed: { fill: "fill-chart-2", dot: "bg-chart-2" },
  bounced: { fill: "fill-chart-3", dot: "bg-chart-3" },
};

/** Three panels over the same time: all who had come, who came, and who became unsubscribed or bounced. */
export function GrowthPicture({
  name,
  description,
  bars,
  names,
}: {
  name: string;
  description: string;
  bars: readonly GrowthBar[];
  names: { total: string; added: string; left: string };
}) {
  const x = scaleBand<number>()
    .domain(bars.map((_, at) => at))
    .range([0, 100])
    .padding(0.25);
  const centre = (at: number) => (x(at) ?? 0) + x.bandwidth() / 2;
  return (
    <Picture name={name} description={description} height={338}>
      <PanelName y={11}>{names.total}</PanelName>
      <PanelName y={139}>{names.added}</PanelName>
      <PanelName y={255}>{names.left}</PanelName>
      <Plot>
        <Totals bars={bars} centre={centre} top={28} bottom={110} />
        <Added bars={bars} x={x} top={156} bottom={226} />
        <Left bars={bars} x={x} top={272} bottom={316} />
        <AxisNames names={bars.map(({ tick }, at) => ({ name: tick, at: centre(at) }))} y={333} />
        {bars.map(({ tick, detail }, at) => (
          <rect
            key={`${tick} ${detail}`}
            x={`${(x(at) ?? 0) - (x.step() - x.bandwidth()) / 2}%`}
            width={`${x.step()}%`}
            y="20"
            height="296"
            className="fill-transparent hover:fill-text/6"
          >
            <title>{detail}</title>
          </rect>
        ))}
      </Plot>
    </Picture>
  );
}

function PanelName({ y, children }: { y: number; children: string }) {
  return (
    <text x="0" y={y} className="fill-text font-medium text-xs">
      {children}
    </text>
  );
}

type Panel = { bars: readonly GrowthBar[]; top: number; bottom: number };

const scaleOf = (most: number, { top, bottom }: Panel) =>
  scaleLinear()
    .domain([0, Math.max(1, most)])
    .range([bottom, top])
    .nice(2);

function Totals({ centre, ...panel }: Panel & { centre: (at: number) => number }) {
  const { bars, bottom } = panel;
  const y = scaleOf(Math.max(...bars.map(({ total }) => total)), panel);
  const points = bars.map(({ total }, at) => [centre(at), y(total)] as [number, number]);
  const only = points.length === 1 ? points[0] : undefined;
  return (
    <>
      <Grid y={y} />
      {only && <circle cx={`${only[0]}%`} cy={only[1]} r="4" className="fill-chart-1" />}
      {/* A picture of its own, which stretches to the panel's width while its line stays as thick as it is. */}
      <svg
        aria-hidden="true"
        x="0"
        y="0"
        width="100%"
        height={bottom}
        viewBox={`0 0 100 ${bottom}`}
        preserveAspectRatio="none"
      >
        <path d={area().y0(bottom)(points) ?? ""} className="fill-chart-1/15" />
        <path
          d={line()(points) ?? ""}
          fill="none"
          strokeWidth="2"
          vectorEffect="non-scaling-stroke"
          className="stroke-chart-1"
        />
      </svg>
    </>
  );
}

function Added({ x, ...panel }: Panel & { x: ScaleBand<number> }) {
  const y = scaleOf(Math.max(...panel.bars.map(({ added }) => added)), panel);
  return (
    <>
      <Grid y={y} />
      {panel.bars.map(({ tick, added }, at) => (
        <Bar key={`${tick} ${x(at)}`} x={x} at={at} y={y} from={0} to={added} fill="fill-chart-1" />
      ))}
    </>
  );
}

function Left({ x, ...panel }: Panel & { x: ScaleBand<number> }) {
  const series = stack<GrowthBar, (typeof LEFT)[number]>().keys(LEFT)([...panel.bars]);
  const y = scaleOf(Math.max(...panel.bars.map(({ unsubscribed, bounced }) => unsubscribed + bounced)), panel);
  return (
    <>
      <Grid y={y} />
      {series.map((one) =>
        one.map(([from, to], at) => (
          <Bar key={`${one.key} ${x(at)}`} x={x} at={at} y={y} from={from} to={to} fill={LEFT_COLOURS[one.key].fill} />
        )),
      )}
    </>
  );
}

/** In percent of the picture: a bar alone is no wall. */
const WIDEST = 6;

function Bar({
  x,
  at,
  y,
  from,
  to,
  fill,
}: {
  x: ScaleBand<number>;
  at: number;
  y: (value: number) => number;
  from: number;
  to: number;
  fill: string;
}) {
  if (to <= from) return null;
  const width = Math.min(x.bandwidth(), WIDEST);
  const left = (x(at) ?? 0) + (x.bandwidth() - width) / 2;
  // What is there is seen, however small.
  const height = Math.max(1, y(from) - y(to));
  return <rect x={`${left}%`} width={`${width}%`} y={y(from) - height} height={height} className={fill} />;
}
