/*
 * Numbers, sizes and times as the person's language and region write them (`tag`, BCP 47). Pages have them from their
 * translator: `t.number(1234)`.
 */

const kept = new Map<string, Intl.NumberFormat>();

function numbers(tag: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${tag} ${JSON.stringify(options)}`;
  const format = kept.get(key) ?? new Intl.NumberFormat(tag, options);
  kept.set(key, format);
  return format;
}

/** 1234567 → `1,234,567`. */
export function formatNumber(value: number | bigint, tag: string, digits = 2): string {
  return numbers(tag, { maximumFractionDigits: digits }).format(value);
}

/** 1234567 → `1.2M`. */
export function formatCompact(value: number, tag: string): string {
  return numbers(tag, { notation: "compact", maximumFractionDigits: 1 }).format(value);
}

/** `part` of `total`: (1, 3) → `33.3%`; of nothing → `–`. A part that is neither none nor all never reads 0% or 100%. */
export function formatShare(part: number, total: number, tag: string): string {
  if (total === 0) return "–";
  const share = part / total;
  const percent = numbers(tag, { style: "percent", maximumFractionDigits: 1 });
  if (share > 0 && share < 0.001) return `<${percent.format(0.001)}`;
  if (share < 1 && share > 0.999) return `>${percent.format(0.999)}`;
  return percent.format(share);
}

/** Bytes as people read them: 151 → `151 B`, 1536 → `1.5 kB` (1 kB = 1,024 bytes). */
export function formatBytes(bytes: number, tag: string): string {
  const units = ["B", "kB", "MB", "GB", "TB"];
  const power = bytes < 1024 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), units.length - 1);
  const value = bytes / 1024 ** power;
  const digits = power > 0 && value < 10 ? 1 : 0;
  return `${numbers(tag, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value)} ${units[power]}`;
}

/** Seconds as people read them: 0.4 → `0.4 s`, 75 → `1 min 15 s`, 4000 → `1 h 6 min`. The signs are those of the SI. */
export function formatDuration(seconds: number, tag: string): string {
  if (seconds < 10) return `${numbers(tag, { maximumFractionDigits: 1 }).format(seconds)} s`;
  const rounded = Math.round(seconds);
  if (rounded < 60) return `${rounded} s`;
  const minutes = Math.floor(rounded / 60);
  if (minutes < 60) return rounded % 60 === 0 ? `${minutes} min` : `${minutes} min ${rounded % 60} s`;
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

export type DateTimeStyle = "date" | "time" | "both" | "seconds";

const timeParts = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
const dateParts = { day: "numeric", month: "short", year: "numeric" } as const;
const styles: Record<DateTimeStyle, Intl.DateTimeFormatOptions> = {
  date: dateParts,
  time: timeParts,
  both: { ...dateParts, ...timeParts },
  seconds: { ...dateParts, ...timeParts, second: "2-digit" },
};
const formats = new Map<string, Intl.DateTimeFormat>();

/** `23 Nov 2026, 14:05`: the month as a word, so that no one must know the order; in the time zone that is given. */
export function formatDateTime(value: Date, timeZone: string, style: DateTimeStyle, tag: string): string {
  const key = `${tag} ${style} ${timeZone}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(tag, { ...styles[style], timeZone });
  formats.set(key, format);
  return format.format(value);
}
