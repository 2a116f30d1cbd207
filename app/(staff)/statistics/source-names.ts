import type { Translator } from "#components/words/translator.ts";
import type { OriginCount } from "#lib/statistics/sources.ts";
import { ORIGIN_NAMES } from "../imports/words.ts";

/** What the ways in are called. */
export function sourceName(origin: OriginCount["origin"], t: Translator): string {
  if (origin === null) return t("One at a time");
  return origin === "gone" ? t("Imports that have no log any more") : t(ORIGIN_NAMES[origin]);
}
