import type { CountryCode } from "libphonenumber-js";
import type { Tx } from "#db/client.ts";
import { fetchDistinctValues, openDistinctValues } from "#db/retype-column.ts";
import { environment } from "#lib/environment.ts";
import { dateOrderCollector } from "#lib/fields/date-order.ts";
import { decimalSignCollector } from "#lib/fields/decimal-sign.ts";
import type { Field } from "#lib/fields/field.ts";
import { MAX_OPTIONS } from "#lib/fields/field-input.ts";
import { fold } from "#lib/fields/fold.ts";
import type { Reading } from "#lib/fields/reading.ts";
import type { RetypeInput } from "../input.ts";
import type { Profile } from "../profile.ts";

/** How the values are read, and the options that they become: what was asked for, else what all values show. */
export type RetypeReading = { reading: Reading; options: string[] };

export async function readingFor(tx: Tx, profile: Profile, field: Field, wish: RetypeInput): Promise<RetypeReading> {
  const { TIME_ZONE, DEFAULT_COUNTRY } = environment();
  const country = DEFAULT_COUNTRY as CountryCode | undefined;
  const found = needsLook(field, wish) ? await lookAt(tx, profile, field) : null;
  const dateOrder = wish.dateOrder ?? (found?.dateOrder === "ambiguous" ? "dmy" : found?.dateOrder) ?? "dmy";
  const decimal = wish.decimal ?? (found?.decimal === "ambiguous" ? "." : found?.decimal) ?? ".";
  const options = wish.type !== "choice" ? [] : wish.options.length > 0 ? wish.options : (found?.options ?? []);
  return { reading: { dateOrder, decimal, country, timeZone: TIME_ZONE }, options };
}

/** Only what people wrote can be read in several ways. */
function needsLook(field: Field, { type, options, dateOrder, decimal }: RetypeInput): boolean {
  if (type === "choice") return options.length === 0;
  if (field.type !== "text" && field.type !== "choice") return false;
  if (type === "number") return decimal === undefined;
  return (type === "date" || type === "datetime") && dateOrder === undefined;
}

async function lookAt(tx: Tx, profile: Profile, field: Field) {
  const orders = dateOrderCollector();
  const signs = decimalSignCollector();
  const options = new Map<string, number>();
  await openDistinctValues(tx, profile.id, field);
  for (let batch = await fetchDistinctValues(tx); batch.length > 0; batch = await fetchDistinctValues(tx)) {
    for (const { value, members } of batch) {
      orders.add(value);
      signs.add(value);
      if (options.size <= MAX_OPTIONS && members > 0 && value.length <= 200) options.set(value, members);
    }
  }
  return {
    dateOrder: orders.result().order,
    decimal: signs.result().sign,
    options: options.size <= MAX_OPTIONS ? onePerSpelling(options) : [],
  };
}

/** Values that differ in case and accents alone are one option, spelled as most members have it. */
function onePerSpelling(values: Map<string, number>): string[] {
  const best = new Map<string, string>();
  for (const [value] of [...values].sort(([, a], [, b]) => b - a)) {
    const spelling = fold(value);
    if (!best.has(spelling)) best.set(spelling, value);
  }
  return [...best.values()].sort((a, b) => a.localeCompare(b, "en"));
}
