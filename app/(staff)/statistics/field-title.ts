import type { Translator } from "#components/words/translator.ts";
import { toDisplayValue } from "#lib/fields/show-value.ts";
import type { FieldFigures } from "#lib/statistics/figures.ts";

/** What the values of a field look like, in a sentence. */
export function fieldTitle(figures: FieldFigures, timeZone: string, t: Translator): string {
  const { field, filled, distinct, top, spread } = figures;
  if (filled === 0) return t("Nobody has a value");
  if (spread) {
    return t("Half of the values are up to {median}", { median: toDisplayValue(field, spread.median, timeZone, t) });
  }
  const [most] = top;
  // A value that a few of many share says nothing, and may be somebody's own.
  if (!most || (distinct > filled * 0.9 && most.count < filled * 0.01)) {
    return filled === 1 ? t("One contact has a value") : t("Nearly every value is different");
  }
  const value = toDisplayValue(field, most.value, timeZone, t);
  if (most.count === filled) return t("All values are “{value}”", { value });
  return t("The most frequent is “{value}”, with {share}", { value, share: t.share(most.count, filled) });
}
