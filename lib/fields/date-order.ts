import { isRealDate } from "./calendar.ts";
import { clean } from "./clean.ts";
import { MAX_DATE_LENGTH, oneSpaces } from "./date.ts";
import { isDigit } from "./number.ts";
import type { DateOrder } from "./reading.ts";
import { type ScannedDate, scanDate } from "./scan-date.ts";

export type DateOrders = {
  /** The order that most values fit. `ymd` also where no value depends on it; `ambiguous` where two fit equally many. */
  order: DateOrder | "ambiguous";
  /** How many values are days of the calendar when they are read so. */
  fits: Record<DateOrder, number>;
  /** Values that are no dates are none of these. */
  dates: number;
};

const ORDERS = ["dmy", "mdy", "ymd"] as const;

/** Tells the date order of a column: feed it every value, for a single 31/01 decides what a million others leave open. */
export function dateOrderCollector(): { add(raw: string): void; result(): DateOrders } {
  const date: ScannedDate = { year: 0, month: 0, day: 0, end: 0 };
  const fits = { dmy: 0, mdy: 0, ymd: 0 };
  let dates = 0;
  let dependent = 0;

  return {
    add(raw) {
      const text = clean(raw);
      if (typeof text !== "string" || text.length > MAX_DATE_LENGTH || !isDigit(text.charCodeAt(0))) return;
      const spaced = oneSpaces(text);
      let fitting = 0;
      let days = 0;
      for (const order of ORDERS) {
        if (!scanDate(spaced, order, date) || !isRealDate(date.year, date.month, date.day)) continue;
        fits[order]++;
        fitting++;
        // The same day in every order gives three times that day.
        days += (date.year * 16 + date.month) * 32 + date.day;
      }
      if (fitting === 0) return;
      dates++;
      const last = (date.year * 16 + date.month) * 32 + date.day;
      if (fitting < 3 || days !== last * 3) dependent++;
    },
    result: () => ({ order: dependent === 0 ? orderWithout(dates) : bestOf(fits), fits: { ...fits }, dates }),
  };
}

function orderWithout(dates: number): DateOrder | "ambiguous" {
  return dates === 0 ? "ambiguous" : "ymd";
}

function bestOf(fits: Record<DateOrder, number>): DateOrder | "ambiguous" {
  const most = Math.max(...Object.values(fits));
  const best = ORDERS.filter((order) => fits[order] === most);
  return best.length === 1 && best[0] ? best[0] : "ambiguous";
}
