import { formatShare } from "#components/format.ts";
import { toDisplayValue } from "#lib/fields/show-value.ts";
import type { FieldFigures } from "#lib/statistics/figures.ts";

/** What the values of a field look like, in a sentence. */
export function fieldTitle({ field, filled, distinct, top, spread }: FieldFigures, timeZone: string): string {
  if (filled === 0) return "Nobody has a value";
  if (spread) return `Half of the values are up to ${toDisplayValue(field, spread.median, timeZone)}`;
  const [most] = top;
  // A value that a few of many share says nothing, and may be somebody's own.
  if (!most || (distinct > filled * 0.9 && most.count < filled * 0.01)) {
    return filled === 1 ? "One contact has a value" : "Nearly every value is different";
  }
  const value = toDisplayValue(field, most.value, timeZone);
  if (most.count === filled) return `All values are “${value}”`;
  return `The most frequent is “${value}”, with ${formatShare(most.count, filled)}`;
}
