import { isDigit } from "./number.ts";
import { endOfDigits, numberAt } from "./scan-date.ts";

/** Filled by `scanTime`; one object serves a whole column. */
export type ScannedTime = {
  hour: number;
  minute: number;
  second: number;
  /** Up to six digits as they are written, without zeros at the end; empty for a whole second. */
  fraction: string;
  /** Seconds east of UTC; null where the text has no zone. */
  offset: number | null;
};

/**
 * Reads what follows a date to the end of the text: `14:05`, `14:05:09.25`, `2:05 pm`, `2 p. m.`, with `Z`, `UTC`,
 * `GMT`, `+02`, `-0300` or `+05:30` behind. False for anything else, 24:00 and a second 60 included.
 */
export function scanTime(text: string, from: number, into: ScannedTime): boolean {
  const hourEnd = endOfDigits(text, from, 2);
  if (hourEnd === from) return false;
  into.hour = numberAt(text, from, hourEnd);
  into.minute = 0;
  into.second = 0;
  into.fraction = "";
  into.offset = null;

  let at = hourEnd;
  const hasMinutes = text.charCodeAt(at) === COLON;
  if (hasMinutes) {
    const minuteEnd = endOfDigits(text, at + 1, 2);
    if (minuteEnd !== at + 3) return false;
    into.minute = numberAt(text, at + 1, minuteEnd);
    at = minuteEnd;
    if (text.charCodeAt(at) === COLON) {
      const secondEnd = endOfDigits(text, at + 1, 2);
      if (secondEnd !== at + 3) return false;
      into.second = numberAt(text, at + 1, secondEnd);
      at = scanFraction(text, secondEnd, into);
    }
  }
  if (at === text.length) return hasMinutes && isRealTime(into);
  if (hasMinutes && text.charCodeAt(at) === Z && at + 1 === text.length) {
    into.offset = 0;
    return isRealTime(into);
  }
  const [, half = "", zone = ""] = TAIL.exec(text.slice(at)) ?? [undefined];
  if (half === "" && zone === "") return false;
  if (half !== "" ? !to24Hours(half, into) : !hasMinutes) return false;
  return isRealTime(into) && (zone === "" || scanZone(zone, into));
}

const COLON = 0x3a;
const Z = 0x5a;
const TAIL = /^(?: ?([ap]\. ?m\.|[ap]m))?(?: ?(z|utc|gmt|[+-]\d.*))?$/i;

/** Index after the fraction of a second, where there is one. Digits beyond a microsecond are left out. */
function scanFraction(text: string, from: number, into: ScannedTime): number {
  const sign = text.charCodeAt(from);
  if (sign !== 0x2e && sign !== 0x2c) return from;
  const end = endOfDigits(text, from + 1, 9);
  if (end === from + 1 || isDigit(text.charCodeAt(end))) return from;
  let last = Math.min(end, from + 7);
  while (last > from + 1 && text.charCodeAt(last - 1) === 0x30) last--;
  into.fraction = text.slice(from + 1, last);
  return end;
}

function isRealTime(time: ScannedTime): boolean {
  return time.hour <= 23 && time.minute <= 59 && time.second <= 59;
}

/** 12 am is midnight and 12 pm is noon. */
function to24Hours(half: string, into: ScannedTime): boolean {
  if (into.hour < 1 || into.hour > 12) return false;
  into.hour = (into.hour % 12) + (half[0] === "p" || half[0] === "P" ? 12 : 0);
  return true;
}

/** Postgres itself writes seconds into an offset for the local mean times of before 1900. */
const OFFSET = /^([+-])(\d{2})(?::?([0-5]\d)(?::([0-5]\d))?)?$/;

function scanZone(zone: string, into: ScannedTime): boolean {
  into.offset = 0;
  if (!/^[+-]/.test(zone)) return true;
  const [, sign, hours, minutes = "0", seconds = "0"] = OFFSET.exec(zone) ?? [];
  if (hours === undefined || Number(hours) > 15) return false;
  const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  // Not -0, which would not equal 0 in a test.
  into.offset = sign === "-" && size !== 0 ? -size : size;
  return true;
}
