/*
 * Days, months and years as a language and region (`tag`) write them. A day such as `2026-03-29` is no moment: it is told
 * as itself, in UTC.
 */

const STYLES = {
  dayAndMonth: { day: "numeric", month: "short" },
  shortDay: { day: "numeric", month: "short", year: "numeric" },
  longDay: { day: "numeric", month: "long", year: "numeric" },
  month: { month: "short" },
  monthAndShortYear: { month: "short", year: "2-digit" },
  monthAndYear: { month: "short", year: "numeric" },
  longMonth: { month: "long", year: "numeric" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const kept = new Map<string, Intl.DateTimeFormat>();

/** `day` is the midnight, in UTC, that it begins with. */
export function dayIn(style: keyof typeof STYLES, day: Date, tag: string): string {
  const key = `${style} ${tag}`;
  const format = kept.get(key) ?? new Intl.DateTimeFormat(tag, { ...STYLES[style], timeZone: "UTC" });
  kept.set(key, format);
  return format.format(day);
}
