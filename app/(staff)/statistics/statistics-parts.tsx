import { Suspense } from "react";
import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import { EmptyState } from "#components/empty-state.tsx";
import { useWords } from "#components/words.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { repositoryTotals } from "#lib/profiles/queries.ts";
import { todayIn } from "#lib/rules/days.ts";
import type { Person } from "#lib/staff/permissions.ts";
import { type Arrivals, arrivals as countArrivals, countsIn } from "#lib/statistics/arrivals.ts";
import { builtOn } from "#lib/statistics/built-on.ts";
import { domains as countDomains } from "#lib/statistics/domains.ts";
import { fieldStatistics } from "#lib/statistics/field-statistics.ts";
import type { Subject } from "#lib/statistics/population.ts";
import { part } from "../part.tsx";
import { Counts } from "./counts.tsx";
import { DomainCards } from "./domain-cards.tsx";
import { FieldCards } from "./field-cards.tsx";
import { GrowthCard } from "./growth-card.tsx";
import { Counting, InTurn } from "./in-turn.tsx";
import { SourceCards } from "./source-cards.tsx";
import { type StatisticsAddress, statisticsAddress } from "./statistics-address.ts";

/** All of the statistics of a profile or (null) of the repository. Everything is counted at once and shown in its order. */
export function StatisticsParts({
  person,
  subject,
  address,
}: {
  person: Person;
  subject: Subject;
  address: StatisticsAddress;
}) {
  const counted = countArrivals(person, subject);
  const domains = subject?.keyKind === "mobile" ? Promise.resolve(null) : countDomains(person, subject);
  const built = subject === null || subject.type === "virtual" ? Promise.resolve([]) : builtOn(person, subject);
  const fields = fieldStatistics(person, subject);
  const today = todayIn(environmentTimeZone());
  const parts = [
    part(countsOf(person, subject, counted), (counts) => <Counts counts={counts} profileId={subject?.id ?? null} />),
    part(counted, (arrivals) =>
      arrivals.contacts === 0 ? (
        <NobodyYet fits={subject?.type === "virtual"} />
      ) : (
        <>
          <GrowthCard arrivals={arrivals} address={address} today={today} />
          <SourceCards arrivals={arrivals} />
        </>
      ),
    ),
    part(Promise.all([domains, built, counted]), ([found, virtual, { contacts }]) => (
      <DomainCards domains={found} built={virtual} contacts={contacts} />
    )),
    part(fields, (statistics) => <FieldCards statistics={statistics} />),
  ];
  // One that fails while an earlier one is still waited for must not end the process.
  for (const each of parts) each.catch(() => {});
  return (
    <>
      {!address.whole && (
        <noscript>
          <meta httpEquiv="refresh" content={`0;url=${statisticsAddress({ ...address, whole: true })}`} />
        </noscript>
      )}
      {/* Of a Virtual Profile even the counts are not kept: the page is there before them. */}
      {subject?.type === "virtual" && !address.whole ? (
        <Suspense fallback={<Counting />}>
          <InTurn parts={parts} whole={false} />
        </Suspense>
      ) : (
        <InTurn parts={parts} whole={address.whole} />
      )}
    </>
  );
}

/** `fits`: people are meant by rules, and nobody fits them. */
function NobodyYet({ fits }: { fits: boolean }) {
  const t = useWords();
  return fits ? (
    <EmptyState icon="contacts" title={t("Nobody matches these rules now.")}>
      {t("Once somebody does, you see here how they came, when, and what is known of them.")}
    </EmptyState>
  ) : (
    <EmptyState icon="contacts" title={t("Nobody has come in yet")}>
      {t("Once there are contacts, you see here how they came, when, and what is known of them.")}
    </EmptyState>
  );
}

/** At once where they are kept; of a Virtual profile once everybody is counted. */
async function countsOf(person: Person, subject: Subject, counted: Promise<Arrivals>): Promise<Profile["counts"]> {
  if (subject === null) return repositoryTotals(person);
  return subject.type === "virtual" ? countsIn(await counted) : subject.counts;
}
