import { sql } from "drizzle-orm";
import type { Person } from "#lib/staff/permissions.ts";
import { type Population, populationOf, type Subject } from "./population.ts";
import { readOnly } from "./read-only.ts";
import { sampleOf, scaled } from "./sample.ts";
import { untilChanged } from "./until-changed.ts";

export type Domains = {
  /** How many people were read where that is not all of them. */
  sample: number | null;
  /** Who has an email at all. */
  emails: number;
  /** The most frequent first. */
  top: { domain: string; count: number }[];
};

/** Up to so many addresses are all read: half a second. */
const MOST_READ = 1_000_000;
/** Of more people so many: a domain that one of a hundred has is then known to a few in a hundred of it. */
const OF_MORE = 250_000;
const SHOWN = 15;

/** Where the email addresses are. */
export async function domains(person: Person, subject: Subject): Promise<Domains> {
  const population = await populationOf(person, subject);
  return untilChanged("domains", population, () => countDomains(population));
}

function countDomains(population: Population): Promise<Domains> {
  const sample = sampleOf(population, population.rows > MOST_READ ? OF_MORE : MOST_READ);
  return readOnly(async (tx) => {
    const { rows } = await tx.execute<{ domain: string; count: string; emails: string }>(sql`
      select domain, count, sum(count) over () as emails
      from (
        select split_part(${population.table.key}, '@', 2) as domain, count(*) as count
        from ${sample.from} where ${population.where} group by 1
      ) domains
      where domain <> '' order by count desc, domain limit ${SHOWN}`);
    const emails = Number(rows[0]?.emails ?? 0);
    return {
      sample: sample.share === 1 ? null : emails,
      emails: scaled(emails, sample),
      top: rows.map(({ domain, count }) => ({ domain, count: scaled(Number(count), sample) })),
    };
  });
}
