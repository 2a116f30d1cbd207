import { db } from "#db/client.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { environment } from "#lib/environment.ts";
import { csvRecord } from "#lib/export/formula-safe.ts";
import { dateOfEpochDay, isoDate } from "#lib/fields/calendar.ts";
import { todayIn } from "#lib/rules/days.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { inEnglish } from "#lib/text/in-english.ts";
import { type Words, words } from "#lib/text/words.ts";
import { arrivals } from "./arrivals.ts";
import type { Bin } from "./bins.ts";
import { builtOn } from "./built-on.ts";
import { domains } from "./domains.ts";
import { fieldStatistics } from "./field-statistics.ts";
import type { Basis, FieldFigures } from "./figures.ts";
import { growthOf } from "./growth.ts";
import { PERIODS, type Period } from "./periods.ts";
import type { Subject } from "./population.ts";
import { byImport, byOrigin } from "./sources.ts";

/**
 * Every number of the statistics as CSV, one a line: part, name, what is counted, how many, and exact or about. Words are
 * in the reader's language (`inWords`), numbers and days as programs read them. Among them are the commonest values of
 * fields, which may be people's: the trail tells of it as of any export.
 */
export async function* numbersCsv(
  person: Person,
  subject: Subject,
  inWords: (said: Words) => string = inEnglish,
): AsyncGenerator<string> {
  authorize(person, "export");
  await recordAudit(db, person, "exported", { what: "statistics", profileId: subject?.id });
  const record = (...cells: (string | number | Words)[]) =>
    csvRecord(cells.map((cell) => (typeof cell === "object" ? inWords(cell) : String(cell))));
  yield `\uFEFF${record(...HEAD)}`;
  for await (const [part, name, counted, number, exactness = EXACT] of numbers(person, subject)) {
    yield record(part, name, counted, number, exactness);
  }
}

const HEAD = [words("Part"), words("Name"), words("Counted"), words("Number"), words("Exactness")];
const EXACT = words("exact");
const CONTACTS = words("contacts");
const ADDRESSES = words("addresses");
const BY: Record<Period, Words> = { day: words("by day"), week: words("by week"), month: words("by month") };
const CHANGES = {
  added: words("added"),
  unsubscribed: words("unsubscribed"),
  bounced: words("bounced"),
  total: words("total"),
};

type Line = [part: Words, name: string | Words, counted: Words, number: number, exactness?: Words];

async function* numbers(person: Person, subject: Subject): AsyncGenerator<Line> {
  yield* ofArrivals(await arrivals(person, subject));
  if (subject?.keyKind !== "mobile") {
    const { top, emails, sample } = await domains(person, subject);
    const exactness = sample === null ? EXACT : words("about, from {count} addresses", { count: String(sample) });
    yield [words("domains"), "", ADDRESSES, emails, exactness];
    for (const { domain, count } of top) yield [words("domains"), domain, ADDRESSES, count, exactness];
  }
  if (subject && subject.type !== "virtual") {
    for (const { name, count } of await builtOn(person, subject)) {
      if (count !== null) yield [words("virtual profiles"), name, CONTACTS, count];
    }
  }
  const { basis, fields } = await fieldStatistics(person, subject);
  for (const figures of fields) yield* ofField(figures, exactnessOf(basis));
}

function* ofArrivals(found: Awaited<ReturnType<typeof arrivals>>): Generator<Line> {
  yield [CONTACTS, "", CONTACTS, found.contacts];
  const today = todayIn(environment().TIME_ZONE);
  for (const period of PERIODS) {
    const { periods, earlier } = growthOf(found, period, today);
    for (const { first, ...each } of [{ first: words("earlier"), ...earlier }, ...periods]) {
      for (const [counted, change] of Object.entries(CHANGES)) {
        yield [BY[period], first, change, each[counted as keyof typeof CHANGES]];
      }
    }
  }
  for (const { origin, count } of byOrigin(found)) {
    yield [words("by origin"), origin ?? words("one at a time"), CONTACTS, count];
  }
  for (const { import: by, count } of byImport(found)) {
    const name = by ? `${by.id} ${by.reference || by.fileName}`.trim() : words("gone");
    yield [words("by import"), name, CONTACTS, count];
  }
}

function* ofField({ field, filled, distinct, top, spread }: FieldFigures, exactness: Words): Generator<Line> {
  const part = words("field {name}", { name: field.name });
  yield [part, "", words("filled"), filled, exactness];
  yield [part, "", words("different"), distinct, exactness];
  for (const { value, count } of top) yield [part, value, CONTACTS, count, exactness];
  for (const bin of spread?.bins ?? [])
    yield [part, binOf(bin, field.type === "number"), CONTACTS, bin.count, exactness];
}

function binOf({ from, to }: Bin, isNumber: boolean): string {
  const place = (at: number | null) => {
    if (at === null || isNumber) return String(at ?? "");
    const { year, month, day } = dateOfEpochDay(at);
    return isoDate(year, month, day);
  };
  return `${place(from)}..${place(to)}`;
}

function exactnessOf(basis: Basis): Words {
  if (basis.kind === "exact") return EXACT;
  if (basis.kind === "sample") return words("about, from {count} contacts", { count: String(basis.read) });
  return basis.at
    ? words("about, as of {at}", { at: basis.at.toISOString() })
    : words("about, as of a day that is not known");
}
