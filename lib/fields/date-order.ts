import { clean } from "./clean.ts";
import { dateParser } from "./date.ts";
import { datetimeParser } from "./datetime.ts";
import { monthOfName } from "./month-names.ts";
import { isDigit } from "./number.ts";
import type { DateOrder } from "./reading.ts";

export type DateOrders = {
  /** The order that most values fit. `ymd` also where no value depends on it; `ambiguous` where two fit equally many. */
  order: DateOrder | "ambiguous";
  /** How many values are days of the calendar when they are read so, with any time or none. */
  fits: Record<DateOrder, number>;
  /** As `fits`, without the values that have a time of day. */
  daysOnly: Record<DateOrder, number>;
};

const ORDERS = ["dmy", "mdy", "ymd"] as const;

/** Tells the date order of a column: feed it every value, for a single 31/01 decides what a million others leave open. */
export function dateOrderCollector(): { add(raw: string): void; result(): DateOrders } {
  const days = { dmy: dateParser("dmy"), mdy: dateParser("mdy"), ymd: dateParser("ymd") };
  const times = { dmy: timeParser("dmy"), mdy: timeParser("mdy"), ymd: timeParser("ymd") };
  const fits = { dmy: 0, mdy: 0, ymd: 0 };
  const daysOnly = { dmy: 0, mdy: 0, ymd: 0 };
  let depends = false;

  /** The day or the moment that the text is in this order; undefined for neither. */
  const count = (order: DateOrder, text: string): string | undefined => {
    const day = days[order](text);
    if (typeof day === "string") {
      daysOnly[order]++;
      fits[order]++;
      return day;
    }
    const moment = day.reason === "date_with_time" ? times[order](text) : day;
    if (typeof moment !== "string") return undefined;
    fits[order]++;
    return moment;
  };

  return {
    add(raw) {
      const text = clean(raw);
      if (typeof text !== "string" || !mayBeDate(text)) return;
      const dmy = count("dmy", text);
      const mdy = count("mdy", text);
      const ymd = count("ymd", text);
      depends ||= dmy !== mdy || mdy !== ymd;
    },
    result: () => ({
      order: depends ? bestOf(fits) : fits.ymd > 0 ? "ymd" : "ambiguous",
      fits: { ...fits },
      daysOnly: { ...daysOnly },
    }),
  };
}

function timeParser(dateOrder: DateOrder) {
  return datetimeParser({ dateOrder, timeZone: "UTC" });
}

/** A cheap look, for most columns of a file hold no dates: 1/1/25 is the shortest, and April 3rd begins with a month. */
function mayBeDate(text: string): boolean {
  if (text.length < 6 || text.length > 64) return false;
  if (!isDigit(text.charCodeAt(0))) return startsWithMonth(text);
  // Five digits in a row are in no date.
  for (let i = 1; i < 5; i++) {
    if (!isDigit(text.charCodeAt(i))) return true;
  }
  return false;
}

function startsWithMonth(text: string): boolean {
  const end = text.search(/[^\p{L}]/u);
  return end >= 3 && monthOfName(text.slice(0, end)) !== undefined;
}

function bestOf(fits: Record<DateOrder, number>): DateOrder | "ambiguous" {
  const most = Math.max(...Object.values(fits));
  const best = ORDERS.filter((order) => fits[order] === most);
  return best.length === 1 && best[0] ? best[0] : "ambiguous";
}
