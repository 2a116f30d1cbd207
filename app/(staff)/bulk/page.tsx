import type { Metadata } from "next";
import { pagePerson } from "#app/_doors/page.ts";
import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import { TITLES } from "#app/(staff)/contacts/bulk/words.ts";
import { When } from "#components/date-time.tsx";
import { EmptyState } from "#components/empty-state.tsx";
import { Num } from "#components/number.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { Pager } from "#components/pager.tsx";
import { Table, Td, THead, Th, Tr } from "#components/table.tsx";
import { TextLink } from "#components/text-link.tsx";
import { getWords } from "#components/words.ts";
import { listBulkActions } from "#lib/contacts/bulk/queries.ts";
import { makersOf, NOBODY } from "#lib/imports/makers.ts";
import { idOf } from "#lib/text/id-of.ts";
import { deedInWords } from "./deed-words.ts";
import { BulkStateBadge } from "./state-badge.tsx";

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getWords();
  return { title: t("Bulk actions") };
};

const PAGE = 50;

/** The log of everything that was done to many contacts at once. */
export default async function BulkActionsPage({ searchParams }: PageProps<"/bulk">) {
  const person = await pagePerson("contacts.view");
  const t = await getWords();
  const { before } = await searchParams;
  const from = idOf(typeof before === "string" ? before : "") || undefined;
  const { items, more } = await listBulkActions(person, { before: from, limit: PAGE });
  const makers = await makersOf(items);
  const timeZone = environmentTimeZone();
  return (
    <>
      <PageHeader
        title={t("Bulk actions")}
        description={t("What was done to many contacts at once.")}
        crumbs={[{ href: "/contacts", label: t("List Contacts") }]}
      />
      {items.length === 0 ? (
        <EmptyState icon="logs" title={t("Nothing yet")}>
          {t("Tick rows in List Contacts, or take all that match, and choose what to do with them.")}
        </EmptyState>
      ) : (
        <>
          <Table caption={t("Bulk actions")} stack>
            <THead>
              <Th>{t("Action")}</Th>
              <Th>{t("What")}</Th>
              <Th>{t("Profile")}</Th>
              <Th>{t("State")}</Th>
              <Th numeric>{t("Told before")}</Th>
              <Th numeric>{t("Changed")}</Th>
              <Th>{t("By")}</Th>
              <Th>{t("When")}</Th>
            </THead>
            <tbody>
              {items.map((action) => (
                <Tr key={action.id}>
                  <Td head>
                    <TextLink plain href={`/bulk/${action.id}`}>
                      {t(TITLES[action.deed.kind])}
                    </TextLink>
                  </Td>
                  <Td label={t("What")} cut>
                    {deedInWords(action, t)}
                  </Td>
                  <Td label={t("Profile")}>{action.profileName || t("The whole repository")}</Td>
                  <Td label={t("State")}>
                    <BulkStateBadge state={action.state} />
                  </Td>
                  <Td label={t("Told before")} numeric>
                    <Num value={action.expected} />
                  </Td>
                  <Td label={t("Changed")} numeric>
                    <Num value={action.changed} />
                  </Td>
                  <Td label={t("By")}>{t.words(makers.get(action.id) ?? NOBODY)}</Td>
                  <Td label={t("When")}>
                    <When value={action.createdAt} timeZone={timeZone} />
                  </Td>
                </Tr>
              ))}
            </tbody>
          </Table>
          <Pager
            label={t("Bulk actions")}
            position={t("{count, number} on this page", { count: items.length })}
            previous={from === undefined ? undefined : "/bulk"}
            next={more ? `/bulk?before=${items.at(-1)?.id}` : undefined}
          />
        </>
      )}
    </>
  );
}
