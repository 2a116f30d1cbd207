import type { OriginCount } from "#lib/statistics/sources.ts";
import { ORIGIN_NAMES } from "../imports/words.ts";

/** What the ways in are called. */
export function sourceName(origin: OriginCount["origin"]): string {
  if (origin === null) return "One at a time";
  return origin === "gone" ? "Imports that have no log any more" : ORIGIN_NAMES[origin];
}
