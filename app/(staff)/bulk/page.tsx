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
import { listBulkActions } from "#lib/contacts/bulk/queries.ts";
import { makersOf } from "#lib/imports/makers.ts";
import { idOf } from "#lib/text/id-of.ts";
import { deedInWords } from "./deed-words.ts";
import { BulkStateBadge } from "./state-badge.tsx";

export const metadata: Metadata = { title: "Bulk actions" };

const PAGE = 50;

/** The log of everything that was done to many contacts at once. */
export default async function BulkActionsPage({ searchParams }: PageProps<"/bulk">) {
  const person = await pagePerson("contacts.view");
  const { before } = await searchParams;
  const from = idOf(typeof before === "string" ? before : "") || undefined;
  const { items, more } = await listBulkActions(person, { before: from, limit: PAGE });
  const makers = await makersOf(items);
  const timeZone = environmentTimeZone();
  return (
    <>
      <PageHeader
        title="Bulk actions"
        description="What was done to many contacts at once."
        crumbs={[{ href: "/contacts", label: "List Contacts" }]}
      />
      {items.length === 0 ? (
        <EmptyState icon="logs" title="Nothing yet">
          Tick rows in List Contacts, or take all that match, and choose what to do with them.
        </EmptyState>
      ) : (
        <>
          <Table caption="Bulk actions" stack>
            <THead>
              <Th>Action</Th>
              <Th>What</Th>
              <Th>Profile</Th>
              <Th>State</Th>
              <Th numeric>Told before</Th>
              <Th numeric>Done</Th>
              <Th>By</Th>
              <Th>When</Th>
            </THead>
            <tbody>
              {items.map((action) => (
                <Tr key={action.id}>
                  <Td head>
                    <TextLink plain href={`/bulk/${action.id}`}>
                      {TITLES[action.deed.kind]}
                    </TextLink>
                  </Td>
                  <Td label="What" cut>
                    {deedInWords(action)}
                  </Td>
                  <Td label="Profile">{action.profileName || "The whole repository"}</Td>
                  <Td label="State">
                    <BulkStateBadge state={action.state} />
                  </Td>
                  <Td label="Told before" numeric>
                    <Num value={action.expected} />
                  </Td>
                  <Td label="Done" numeric>
                    <Num value={action.changed} />
                  </Td>
                  <Td label="By">{makers.get(action.id)}</Td>
                  <Td label="When">
                    <When value={action.createdAt} timeZone={timeZone} />
                  </Td>
                </Tr>
              ))}
            </tbody>
          </Table>
          <Pager
            label="Bulk actions"
            position={`${items.length} on this page`}
            previous={from === undefined ? undefined : "/bulk"}
            next={more ? `/bulk?before=${items.at(-1)?.id}` : undefined}
          />
        </>
      )}
    </>
  );
}
