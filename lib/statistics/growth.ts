import type { Arrivals } from "./arrivals.ts";
import { daysBetween, type Period, periodOf, stepPeriod } from "./periods.ts";

/** One day, week or month: who came in then and is still here, and who became unsubscribed or bounced then. */
export type GrowthPeriod = {
  /** Its first day. */
  first: string;
  added: number;
  unsubscribed: number;
  bounced: number;
  /** All who had come by its end. */
  total: number;
};

export type Growth = {
  period: Period;
  periods: GrowthPeriod[];
  /** What lies before the first period that is shown, or on a day that is not known. */
  earlier: Omit<GrowthPeriod, "first">;
};

/** How many periods a chart can hold and a person can read. */
const MOST: Record<Period, number> = { day: 31, week: 27, month: 25 };

/** The last periods up to today's, without a gap. */
export function growthOf({ added, left }: Arrivals, period: Period, today: string): Growth {
  const last = periodOf(today, period);
  const days = [...added, ...left].flatMap(({ day }) => day ?? []);
  const earliest = periodOf([today, ...days].sort()[0] ?? today, period);
  const furthest = stepPeriod(last, period, 1 - MOST[period]);
  const periods: GrowthPeriod[] = [];
  for (let first = [earliest, furthest].sort().at(-1) ?? last; first <= last; first = stepPeriod(first, period, 1)) {
    periods.push({ first, added: 0, unsubscribed: 0, bounced: 0, total: 0 });
  }
  const earlier = { added: 0, unsubscribed: 0, bounced: 0, total: 0 };
  const places = new Map(periods.map((each) => [each.first, each]));
  const at = (day: string | null) => (day === null ? earlier : (places.get(periodOf(day, period)) ?? earlier));
  for (const { day, count } of added) at(day).added += count;
  for (const { day, status, count } of left) at(day)[status] += count;
  earlier.total = earlier.added;
  let total = earlier.total;
  for (const each of periods) {
    total += each.added;
    each.total = total;
  }
  return { period, periods, earlier };
}

/** By what the growth of this age is told best, where nobody chose. */
export function fittingPeriod({ added }: Arrivals, today: string): Period {
  const first = added[0]?.day ?? today;
  const days = daysBetween(first, today);
  if (days <= MOST.day) return "day";
  return days <= MOST.week * 7 ? "week" : "month";
}
