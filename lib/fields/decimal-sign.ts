import { clean } from "./clean.ts";
import { numberParser } from "./number.ts";
import type { DecimalSign } from "./reading.ts";

export type DecimalSigns = {
  /** The sign that more values fit; `ambiguous` where both fit equally many, as with 1.234 or whole numbers alone. */
  sign: DecimalSign | "ambiguous";
  /** How many values are numbers when they are read so. */
  fits: Record<DecimalSign, number>;
};

const withPoint = numberParser(".");
const withComma = numberParser(",");

/** Tells the decimal sign of a column: feed it every value. */
export function decimalSignCollector(): { add(raw: string): void; result(): DecimalSigns } {
  let points = 0;
  let commas = 0;

  return {
    add(raw) {
      const text = clean(raw);
      if (typeof text !== "string" || text === "" || text.length > 64) return;
      if (typeof withPoint(text) === "string") points++;
      if (typeof withComma(text) === "string") commas++;
    },
    result: () => ({
      sign: points === commas ? "ambiguous" : points > commas ? "." : ",",
      fits: { ".": points, ",": commas },
    }),
  };
}
