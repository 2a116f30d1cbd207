import { PERIODS, type Period } from "#lib/statistics/periods.ts";

/** What the address of a page of statistics asks for. */
export type StatisticsAddress = {
  /** The page's own path. */
  path: string;
  by: Period | null;
  /** The page as one piece: a browser without JavaScript cannot put in what comes later. */
  whole: boolean;
};

type Query = Record<string, string | string[] | undefined>;

export function readStatisticsAddress(path: string, query: Query): StatisticsAddress {
  return { path, by: PERIODS.find((period) => period === query.by) ?? null, whole: query.whole === "yes" };
}

export function statisticsAddress({ path, by, whole }: StatisticsAddress): string {
  const query = new URLSearchParams({ ...(by ? { by } : {}), ...(whole ? { whole: "yes" } : {}) });
  return query.size > 0 ? `${path}?${query}` : path;
}
