import { db } from "#db/client.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { environment } from "#lib/environment.ts";
import { csvRecord } from "#lib/export/formula-safe.ts";
import { dateOfEpochDay, isoDate } from "#lib/fields/calendar.ts";
import { todayIn } from "#lib/rules/days.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { arrivals } from "./arrivals.ts";
import type { Bin } from "./bins.ts";
import { builtOn } from "./built-on.ts";
import { domains } from "./domains.ts";
import { fieldStatistics } from "./field-statistics.ts";
import type { Basis, FieldFigures } from "./figures.ts";
import { growthOf } from "./growth.ts";
import { PERIODS } from "./periods.ts";
import type { Subject } from "./population.ts";
import { byImport, byOrigin } from "./sources.ts";

/**
 * Every number of the statistics as CSV, one a line: part, name, what is counted, how many, and exact or about. Among them
 * are the commonest values of fields, which may be people's: the trail tells of it as of any export.
 */
export async function* numbersCsv(person: Person, subject: Subject): AsyncGenerator<string> {
  authorize(person, "export");
  await recordAudit(db, person, "exported", { what: "statistics", profileId: subject?.id });
  const record = (...cells: (string | number)[]) => csvRecord(cells.map(String));
  yield `\uFEFF${record("Part", "Name", "Counted", "Number", "Exactness")}`;
  for await (const [part, name, counted, number, exactness = "exact"] of numbers(person, subject)) {
    yield record(part, name, counted, number, exactness);
  }
}

type Line = [part: string, name: string, counted: string, number: number, exactness?: string];

async function* numbers(person: Person, subject: Subject): AsyncGenerator<Line> {
  yield* ofArrivals(await arrivals(person, subject));
  if (subject?.keyKind !== "mobile") {
    const { top, emails, sample } = await domains(person, subject);
    const exactness = sample === null ? "exact" : `about, from ${sample} addresses`;
    yield ["domains", "", "addresses", emails, exactness];
    for (const { domain, count } of top) yield ["domains", domain, "addresses", count, exactness];
  }
  if (subject && subject.type !== "virtual") {
    for (const { name, count } of await builtOn(person, subject)) {
      if (count !== null) yield ["virtual profiles", name, "contacts", count];
    }
  }
  const { basis, fields } = await fieldStatistics(person, subject);
  for (const figures of fields) yield* ofField(figures, exactnessOf(basis));
}

function* ofArrivals(found: Awaited<ReturnType<typeof arrivals>>): Generator<Line> {
  yield ["contacts", "", "contacts", found.contacts];
  const today = todayIn(environment().TIME_ZONE);
  for (const period of PERIODS) {
    const { periods, earlier } = growthOf(found, period, today);
    for (const each of [{ first: "earlier", ...earlier }, ...periods]) {
      for (const counted of ["added", "unsubscribed", "bounced", "total"] as const) {
        yield [`by ${period}`, each.first, counted, each[counted]];
      }
    }
  }
  for (const { origin, count } of byOrigin(found)) yield ["by origin", origin ?? "one at a time", "contacts", count];
  for (const { import: by, count } of byImport(found)) {
    yield ["by import", by ? `${by.id} ${by.reference || by.fileName}`.trim() : "gone", "contacts", count];
  }
}

function* ofField({ field, filled, distinct, top, spread }: FieldFigures, exactness: string): Generator<Line> {
  const part = `field ${field.name}`;
  yield [part, "", "filled", filled, exactness];
  yield [part, "", "different", distinct, exactness];
  for (const { value, count } of top) yield [part, value, "contacts", count, exactness];
  for (const bin of spread?.bins ?? [])
    yield [part, binOf(bin, field.type === "number"), "contacts", bin.count, exactness];
}

function binOf({ from, to }: Bin, isNumber: boolean): string {
  const place = (at: number | null) => {
    if (at === null || isNumber) return String(at ?? "");
    const { year, month, day } = dateOfEpochDay(at);
    return isoDate(year, month, day);
  };
  return `${place(from)}..${place(to)}`;
}

function exactnessOf(basis: Basis): string {
  if (basis.kind === "exact") return "exact";
  if (basis.kind === "sample") return `about, from ${basis.read} contacts`;
  return `about, as of ${basis.at?.toISOString() ?? "a day that is not known"}`;
}
