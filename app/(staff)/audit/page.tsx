import type { Metadata } from "next";
import { pagePerson } from "#app/_doors/page.ts";
import { ButtonLink } from "#components/button.tsx";
import { EmptyState } from "#components/empty-state.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { Pager } from "#components/pager.tsx";
import { getWords } from "#components/words.ts";
import { namesIn } from "#lib/audit/names.ts";
import { auditedStaff, listAudit } from "#lib/audit/queries.ts";
import { filterOf, queryOf, readAddress } from "./audit-address.ts";
import { AuditFilters } from "./audit-filters.tsx";
import { AuditTable } from "./audit-table.tsx";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getWords())("Audit trail") });

const PAGE = 100;

export default async function AuditPage({ searchParams }: PageProps<"/audit">) {
  const person = await pagePerson("audit.view");
  const t = await getWords();
  const address = readAddress(await searchParams);
  const before = address.before || undefined;
  const [{ items, more }, people] = await Promise.all([
    listAudit(person, { ...filterOf(address), before, limit: PAGE }),
    auditedStaff(person),
  ]);
  return (
    <>
      <PageHeader
        title={t("Audit trail")}
        description={t(
          "Who did what, when and from where. Nothing here can be changed or deleted, and no contact is named.",
        )}
        actions={
          <ButtonLink href={`/audit/export?${queryOf(address)}`} icon="download" download>
            {t("Export as CSV")}
          </ButtonLink>
        }
      />
      <AuditFilters address={address} people={people} />
      {items.length === 0 ? (
        <EmptyState
          icon="search"
          title={t("Nothing happened")}
          actions={<ButtonLink href="/audit">{t("Show everything")}</ButtonLink>}
        >
          {t("Nothing in the trail matches. Choose other days, or somebody else.")}
        </EmptyState>
      ) : (
        <>
          <AuditTable events={items} names={await namesIn(items)} />
          <Pager
            label={t("Events")}
            position={t("{count, plural, one {# event} other {# events}}", { count: items.length })}
            previous={before === undefined ? undefined : `/audit?${queryOf(address)}`}
            next={more ? `/audit?${queryOf(address, items.at(-1)?.id)}` : undefined}
          />
        </>
      )}
    </>
  );
}
