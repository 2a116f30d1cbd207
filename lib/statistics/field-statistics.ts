import type { Person } from "#lib/staff/permissions.ts";
import { countFields } from "./counted-fields.ts";
import type { FieldStatistics } from "./figures.ts";
import { plannedFields } from "./planned-fields.ts";
import { populationOf, type Subject } from "./population.ts";
import { readOnly } from "./read-only.ts";
import { sampleOf } from "./sample.ts";

/** Up to so many people every value is read: a dozen fields of 50,000 take half a second. */
const MOST_READ = 50_000;

/**
 * Each field: how many have a value, which values there are. Read from all where they are few, else from what the
 * planner knows of the table, and for a Virtual profile (of whom it knows nothing) from a sample.
 */
export async function fieldStatistics(person: Person, subject: Subject): Promise<FieldStatistics> {
  const fields = subject?.fields ?? [];
  const population = await populationOf(person, subject);
  return readOnly(async (tx) => {
    const planned =
      subject && population.everybody && population.rows > MOST_READ
        ? await plannedFields(tx, subject.id, fields, population.rows)
        : null;
    return planned ?? countFields(tx, population, fields, sampleOf(population, MOST_READ));
  });
}
