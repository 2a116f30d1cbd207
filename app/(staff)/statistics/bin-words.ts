import type { Translator } from "#components/words/translator.ts";
import type { Bin } from "#lib/statistics/bins.ts";
import { dayIn } from "./day-in.ts";

type Kind = "number" | "day";

const DAY_MS = 86_400_000;

/** A bar's stretch of values: `10 to below 20`, `below 10`, `from 20`. */
export function binName({ from, to }: Bin, kind: Kind, t: Translator): string {
  if (from === null) return to === null ? t("All") : t("below {value}", { value: place(to, kind, t) });
  if (to === null) return t("from {value}", { value: place(from, kind, t) });
  return t("{from} to below {to}", { from: place(from, kind, t), to: place(to, kind, t) });
}

/** Under the bar's left end; nothing where it has none. */
export const binTick = ({ from }: Bin, kind: Kind, t: Translator): string => (from === null ? "" : tick(from, kind, t));

const place = (at: number, kind: Kind, t: Translator): string =>
  kind === "number" ? t.number(at) : dayIn("shortDay", new Date(at * DAY_MS), t.tag);

/** A year or a month where a bar begins with one. */
function tick(at: number, kind: Kind, t: Translator): string {
  if (kind === "number") return t.number(at);
  const day = new Date(at * DAY_MS);
  if (day.getUTCDate() !== 1) return dayIn("shortDay", day, t.tag);
  return day.getUTCMonth() === 0 ? String(day.getUTCFullYear()) : dayIn("monthAndYear", day, t.tag);
}
