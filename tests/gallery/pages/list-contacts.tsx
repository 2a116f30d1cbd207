import { StatusBadge } from "#components/badge.tsx";
import { BulkBar } from "#components/bulk-bar.tsx";
import { ButtonLink } from "#components/button.tsx";
import { FilterChips } from "#components/filter-chips.tsx";
import { Num } from "#components/number.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { Pager } from "#components/pager.tsx";
import { SearchBox } from "#components/search-box.tsx";
import { Select } from "#components/select.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { Table, Td, THead, Th, Tr } from "#components/table.tsx";
import { TextLink } from "#components/text-link.tsx";
import { TickAllHead } from "#components/tick-all-head.tsx";
import { TickCell } from "#components/tick-cell.tsx";
import { Toolbar } from "#components/toolbar.tsx";

import { InFrame } from "#tests/gallery/pages/in-frame.tsx";
export function ListContacts() {
  return (
    <InFrame>
      <PageHeader title="List Contacts" description="1,204,332 contacts in Newsletter." />
      <Toolbar
        label="Search contacts"
        action="/contacts"
        keep={{ sort: "email", column: ["a", "b"] }}
        actions={
          <ButtonLink href="/x.csv" download icon="download">
            Export
          </ButtonLink>
        }
      >
        <SearchBox name="q" label="Part of an email, mobile or any text field" defaultValue="restrepo" />
        <Select name="profile" width="auto" aria-label="Profile">
          <option>The whole repository</option>
          <option>Newsletter</option>
        </Select>
        <Select name="status" width="auto" aria-label="Status">
          <option>Any status</option>
        </Select>
      </Toolbar>
      <FilterChips
        clearHref="/contacts"
        filters={[
          { label: "Status is active", removeHref: "?a" },
          { label: "City is Bogotá or Medellín", removeHref: "?b" },
        ]}
      />
      <form className="flex min-w-0 flex-col gap-4">
        <Table caption="Contacts" stack>
          <THead>
            <TickAllHead />
            <Th sort={{ href: "?sort=email", direction: "descending" }}>Email</Th>
            <Th>Status</Th>
            <Th sort={{ href: "?sort=first" }}>First name</Th>
            <Th numeric>Orders</Th>
            <Th>Notes</Th>
          </THead>
          <tbody>
            {[1, 2, 3, 4].map((n) => (
              <Tr key={n}>
                <TickCell name="id" value={String(n)} label={`person.${n}@example.com`} />
                <Td head>
                  <TextLink plain href={`/contacts/${n}`}>
                    person.{n}@example.com
                  </TextLink>
                </Td>
                <Td label="Status">
                  <StatusBadge status={n === 2 ? "bounced" : "active"} />
                </Td>
                <Td label="First name">Ana María</Td>
                <Td label="Orders" numeric>
                  <Num value={n * 1312} />
                </Td>
                <Td label="Notes" wrap>
                  {n === 3
                    ? "A long note that somebody wrote about this person after the fair in Medellín, and which wraps over lines"
                    : ""}
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
        <BulkBar matching={1204332}>
          <SubmitButton name="do" value="status" variant="secondary" size="sm">
            Change status …
          </SubmitButton>
          <SubmitButton name="do" value="erase" variant="danger" size="sm">
            Erase …
          </SubmitButton>
        </BulkBar>
      </form>
      <Pager label="Contacts" position="51–100 of 1,204,332 contacts" previous="?b=1" next="?a=1" />
    </InFrame>
  );
}
