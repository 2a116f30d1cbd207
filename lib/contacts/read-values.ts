import type { CountryCode } from "libphonenumber-js";
import { environment } from "#lib/environment.ts";
import type { Field } from "#lib/fields/field.ts";
import { decimalSignOf, parseJsonValue, toJsonValue } from "#lib/fields/json-value.ts";
import { isRefusal, parserFor, type Refusal, reasonInWords } from "#lib/fields/parse-value.ts";
import { DEFAULT_READING, type Reading } from "#lib/fields/reading.ts";
import { Problem } from "#lib/problem.ts";
import { type Words, words } from "#lib/text/words.ts";

/** Values by field id, as Postgres reads them; null is empty. Fields that are not named keep their value. */
export type Values = ReadonlyMap<number, string | null>;

/**
 * How values are understood that a form or a program of this installation sends. `tag`: of the person's language and
 * region, for a form: `1.234` is a thousand and more in Spain, where the page shows it so.
 */
export function formReading(tag = "en"): Reading {
  const { TIME_ZONE, DEFAULT_COUNTRY } = environment();
  return {
    ...DEFAULT_READING,
    decimal: decimalSignOf(tag),
    timeZone: TIME_ZONE,
    country: DEFAULT_COUNTRY as CountryCode | undefined,
  };
}

/**
 * What a form's controls `f31`, `f32`, … hold → values. Controls that it does not have are left out.
 * Throws Problem `wrong_values` with a sentence for each wrong one.
 */
export function readFormValues(
  fields: readonly Field[],
  given: Readonly<Record<string, unknown>>,
  reading: Reading = formReading(),
): Values {
  const named = fields.filter((field) => typeof given[controlOf(field)] === "string");
  return readAll(named, controlOf, reading, (field) => {
    const text = String(given[controlOf(field)]);
    return { value: parserFor(field, reading)(text), shown: text };
  });
}

/** The name of a field's control in a form. */
export const controlOf = ({ id }: Pick<Field, "id">): string => `f${id}`;

/**
 * A program's `{fields: {name: value}}` → values. Names count without regard to case.
 * Throws Problem `wrong_values`, also for a name that the profile does not have.
 */
export function readJsonValues(fields: readonly Field[], given: Readonly<Record<string, unknown>>): Values {
  const reading = formReading();
  const byName = new Map(fields.map((field) => [normal(field.name), field]));
  const entries = Object.entries(given);
  const unknown = entries.filter(([name]) => !byName.has(normal(name)));
  if (unknown.length > 0) {
    throw wrong(
      unknown.slice(0, 20).map(([name]) => ({
        path: `fields.${name}`,
        message: words('The profile has no field "{name}".', { name: name.slice(0, 100) }),
      })),
    );
  }
  const values = new Map(entries.map(([name, value]) => [byName.get(normal(name)), value]));
  return readAll(
    fields.filter((field) => values.has(field)),
    ({ name }) => `fields.${name}`,
    reading,
    (field) => {
      const json = values.get(field);
      return { value: parseJsonValue(field, json, reading), shown: typeof json === "string" ? json : undefined };
    },
  );
}

const normal = (name: string): string => name.normalize("NFC").toLowerCase();

function readAll(
  fields: readonly Field[],
  pathOf: (field: Field) => string,
  reading: Reading,
  read: (field: Field) => { value: string | null | Refusal; shown: string | undefined },
): Values {
  const values = new Map<number, string | null>();
  const details: WrongValue[] = [];
  for (const field of fields) {
    const { value, shown } = read(field);
    if (!isRefusal(value)) values.set(field.id, value);
    else details.push({ path: pathOf(field), message: inWords(field, value, shown, reading) });
  }
  if (details.length > 0) throw wrong(details);
  return values;
}

function inWords({ name, options }: Field, { reason }: Refusal, value: string | undefined, reading: Reading): Words {
  return reasonInWords(reason, { name, value, options, reading });
}

type WrongValue = { path: string; message: Words };

/** All of them in one message too, for those who show no more than that. */
const wrong = (details: WrongValue[]) =>
  new Problem("invalid", "wrong_values", details.map(({ message }) => message).reduce(oneAfterAnother), details);

const oneAfterAnother = (first: Words, second: Words): Words => words("{first} {second}", { first, second });

/** Whether two texts of a value mean the same: `1.50` and `1.5`, a time in two zones. */
export function isSameValue(field: Pick<Field, "type">, one: string | null, other: string | null): boolean {
  return toJsonValue(field, one) === toJsonValue(field, other);
}

/** Of the fields that must not be empty, those that stay so. Throws Problem `wrong_values`. */
export function assertRequired(fields: readonly Field[], values: Values, pathOf: (field: Field) => string): void {
  const missing = fields.filter((field) => field.required && (values.get(field.id) ?? null) === null);
  if (missing.length === 0) return;
  throw wrong(
    missing.map((field) => ({ path: pathOf(field), message: reasonInWords("required", { name: field.name }) })),
  );
}
