import { sql } from "drizzle-orm";
import { openClient, over, type Tx } from "#db/client.ts";
import { type Conversion, type DistinctValue, fetchDistinctValues, openDistinctValues } from "#db/retype-column.ts";
import type { Field } from "#lib/fields/field.ts";
import { toDisplayValue, toInputValue } from "#lib/fields/json-value.ts";
import { type CellParser, isRefusal, parserFor, reasonInWords } from "#lib/fields/parse-value.ts";
import type { Reading } from "#lib/fields/reading.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { type Words, words } from "#lib/text/words.ts";
import type { RetypeInput } from "../input.ts";
import type { Profile } from "../profile.ts";
import { readingFor } from "./retype-reading.ts";

/** What another type would make of a field's values. Numbers are of members. */
export type RetypeReport = {
  values: number;
  converts: number;
  /** Whose value does not convert, and would become empty. */
  lost: number;
  /** Values that the undo of imports would bring back, and that do not convert: they would be gone from there. */
  undoLoses: number;
  /** Some of the different values that do not, and why: a sentence each. */
  refused: { value: string; members: number; reason: Words }[];
  /** Some that become something else to read. */
  examples: { before: string; after: string }[];
  /** How they were read. */
  reading: Pick<Reading, "dateOrder" | "decimal">;
  /** Of a choice. */
  options: string[];
};

const SAMPLES = 20;

/** The report alone; nothing changes. Reads the whole profile. */
export async function reportRetype(
  person: Person,
  profile: Profile,
  field: Field,
  wish: RetypeInput,
): Promise<RetypeReport> {
  authorize(person, "profiles.edit");
  const client = await openClient();
  try {
    return await over(client).transaction(
      async (tx) => {
        await tx.execute(sql`set local lock_timeout = '5s'`);
        return measureRetype(tx, profile, field, wish);
      },
      { isolationLevel: "repeatable read", accessMode: "read only" },
    );
  } finally {
    await client.end();
  }
}

/** Parses each different value once by the new type's own parser; `onConverted` hears what they become, batch by batch. */
export async function measureRetype(
  tx: Tx,
  profile: Profile,
  field: Field,
  wish: RetypeInput,
  onConverted: (pairs: Conversion[]) => Promise<void> = async () => {},
): Promise<RetypeReport> {
  const { reading, options } = await readingFor(tx, profile, field, wish);
  const report: RetypeReport = {
    values: 0,
    converts: 0,
    lost: 0,
    undoLoses: 0,
    refused: [],
    examples: [],
    reading,
    options,
  };
  const converter = converterFor(field, { type: wish.type, options }, reading);
  await openDistinctValues(tx, profile.id, field);
  for (let batch = await fetchDistinctValues(tx); batch.length > 0; batch = await fetchDistinctValues(tx)) {
    const pairs = batch.flatMap((found) => converter(found, report));
    if (pairs.length > 0) await onConverted(pairs);
  }
  return report;
}

/** Adds what becomes of a value to the report; answers it, or nothing when it does not convert. */
function converterFor(field: Field, to: Pick<Field, "type" | "options">, reading: Reading) {
  const parse: CellParser = parserFor({ ...to, required: false }, reading);
  const { timeZone } = reading;
  return ({ value, members, kept }: DistinctValue, report: RetypeReport): Conversion[] => {
    const before = toInputValue(field, value, { timeZone, decimal: "." });
    const after = parse(before);
    report.values += members;
    if (after === null || isRefusal(after)) {
      report.lost += members;
      report.undoLoses += kept;
      if (members > 0 && report.refused.length < SAMPLES) {
        const reason =
          after === null ? words("It is empty.") : reasonInWords(after.reason, { value: before, ...to, reading });
        report.refused.push({ value: before, members, reason });
      }
      return [];
    }
    report.converts += members;
    if (members > 0 && report.examples.length < SAMPLES) {
      const shown = toDisplayValue(to, after, timeZone);
      if (shown !== before) report.examples.push({ before, after: shown });
    }
    return [{ before: value, after }];
  };
}
