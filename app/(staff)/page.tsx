import type { Metadata } from "next";
import { pagePerson } from "#app/_doors/page.ts";
import { ButtonLink } from "#components/button.tsx";
import { CardGrid } from "#components/card.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { getWords } from "#components/words.ts";
import { listBulkActions } from "#lib/contacts/bulk/queries.ts";
import { broughtLately, importsToLookAt, LATELY_DAYS } from "#lib/imports/lately.ts";
import { listImports } from "#lib/imports/queries.ts";
import { listProfiles, repositoryTotals } from "#lib/profiles/queries.ts";
import { may } from "#lib/staff/permissions.ts";
import { brokenProfiles } from "#lib/virtual/broken-profiles.ts";
import { FirstSteps } from "./home/first-steps.tsx";
import { LargestProfiles } from "./home/largest-profiles.tsx";
import { LastImports } from "./home/last-imports.tsx";
import { ToLookAt } from "./home/to-look-at.tsx";
import { Counts } from "./statistics/counts.tsx";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getWords())("Overview") });

/** The first page after signing in: how many people, what came in lately, what went wrong, what to do next. */
export default async function OverviewPage() {
  const person = await pagePerson("profiles.view");
  const t = await getWords();
  const [totals, profiles, last, lookAt, brought, bulk, broken] = await Promise.all([
    repositoryTotals(person),
    listProfiles(person, { sort: "contacts", limit: 50 }),
    listImports(person, { limit: 8 }),
    importsToLookAt(person),
    broughtLately(person, 30),
    listBulkActions(person, { limit: 20 }),
    brokenProfiles(person),
  ]);
  const since = Date.now() - LATELY_DAYS * 24 * 60 * 60 * 1000;
  const failed = bulk.items.filter(({ state, createdAt }) => state === "failed" && createdAt.getTime() > since);
  const isEmpty = totals.contacts === 0;
  return (
    <>
      <PageHeader
        title={t("Overview")}
        actions={
          !isEmpty && (
            <>
              <ButtonLink href="/statistics" icon="chart">
                {t("Statistics of the repository")}
              </ButtonLink>
              {may(person, "imports.run") && (
                <ButtonLink href="/imports/new" variant="primary" icon="import">
                  {t("Import contacts")}
                </ButtonLink>
              )}
            </>
          )
        }
      />
      {isEmpty ? (
        <FirstSteps hasProfile={profiles.length > 0} hasImport={last.items.length > 0} person={person} />
      ) : (
        <Counts counts={totals} profileId={null} />
      )}
      {(!isEmpty || last.items.length > 0) && (
        <>
          <CardGrid>
            <ToLookAt imports={lookAt} bulkActions={failed} broken={broken} />
            <LargestProfiles profiles={profiles.filter(({ type }) => type !== "virtual").slice(0, 6)} />
          </CardGrid>
          <LastImports imports={last.items} brought={brought} />
        </>
      )}
    </>
  );
}
