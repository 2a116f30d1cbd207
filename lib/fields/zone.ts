/** A time zone's offsets, in seconds east of UTC. Times are seconds since 1970, of UTC or of the zone's own clock. */
export type Zone = {
  offsetAtUtc(seconds: number): number;
  /** Of a time that the clock skips: the offset before it. Of one that comes twice: the first one's. */
  offsetAtLocal(seconds: number): number;
};

const zones = new Map<string, Zone>();

/** Throws RangeError for a name that is no IANA time zone. There are some 600 names, so all may be kept. */
export function zoneOf(timeZone: string): Zone {
  const zone = zones.get(timeZone) ?? makeZone(timeZone);
  zones.set(timeZone, zone);
  return zone;
}

/** From `from` on (and to the next span) the clock is `offset` ahead. */
type Span = { from: number; offset: number };

function makeZone(timeZone: string): Zone {
  const format = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
  const ask = (seconds: number) => readOffset(format.format(seconds * 1000));
  // Asking Intl takes microseconds, so each stretch of time is asked once: at most ten thousand of them.
  const stretches = new Map<number, Span[]>();

  const offsetAtUtc = (seconds: number): number => {
    const stretch = Math.floor(seconds / STRETCH);
    let spans = stretches.get(stretch);
    if (spans === undefined) {
      spans = spansOf(stretch * STRETCH, ask);
      stretches.set(stretch, spans);
    }
    for (let i = spans.length - 1; i > 0; i--) {
      const span = spans[i];
      if (span && span.from <= seconds) return span.offset;
    }
    return spans[0]?.offset ?? 0;
  };

  return {
    offsetAtUtc,
    offsetAtLocal(seconds) {
      // No clock is more than a day off UTC, and none changes twice in two days.
      const before = offsetAtUtc(seconds - DAY);
      const after = offsetAtUtc(seconds + DAY);
      if (before === after || offsetAtUtc(seconds - before) === before) return before;
      return offsetAtUtc(seconds - after) === after ? after : before;
    },
  };
}

const DAY = 86_400;
/** About a year. */
const STRETCH = 366 * DAY;
/** The shortest that a zone kept an offset is about a month (Morocco in Ramadan). */
const STEP = 7 * DAY;

function spansOf(start: number, ask: (seconds: number) => number): Span[] {
  const end = start + STRETCH - 1;
  const spans: Span[] = [{ from: start, offset: ask(start) }];
  for (let low = start; low < end; low += STEP) {
    const high = Math.min(low + STEP, end);
    const offset = ask(high);
    if (offset !== spans.at(-1)?.offset) spans.push({ from: firstSecondOf(offset, low, high, ask), offset });
  }
  return spans;
}

/** Halves the time between until the second of the change is found. */
function firstSecondOf(offset: number, low: number, high: number, ask: (seconds: number) => number): number {
  let before = low;
  let after = high;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (ask(middle) === offset) after = middle;
    else before = middle;
  }
  return after;
}

/** `1/1/1890, GMT-04:42:45` → -16965. */
function readOffset(formatted: string): number {
  const [, sign, hours = "0", minutes = "0", seconds = "0"] =
    /GMT(?:([+-])(\d+):(\d+)(?::(\d+))?)?$/.exec(formatted) ?? [];
  const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return sign === "-" ? -size : size;
}
