import type { Metadata } from "next";
import { pagePerson } from "#app/_doors/page.ts";
import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import { ButtonLink } from "#components/button.tsx";
import { EmptyState } from "#components/empty-state.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { Pager } from "#components/pager.tsx";
import { SearchBox } from "#components/search-box.tsx";
import { Select } from "#components/select.tsx";
import { Toolbar } from "#components/toolbar.tsx";
import { listImports } from "#lib/imports/queries.ts";
import { IMPORT_STATES } from "#lib/imports/states.ts";
import { listProfiles } from "#lib/profiles/queries.ts";
import { ACTION_CARDS } from "../imports/new/choices.ts";
import { LogTable } from "./log-table.tsx";
import { logsAddress, readLogsAddress } from "./logs-address.ts";

export const metadata: Metadata = { title: "Logs" };

const PAGE = 50;

export default async function LogsPage({ searchParams }: PageProps<"/logs">) {
  const person = await pagePerson("imports.view");
  const address = readLogsAddress(await searchParams);
  const { profile, status, action, search, before } = address;
  const [{ items, more }, profiles] = await Promise.all([
    listImports(person, { profileId: profile, states: status && [status], action, search, before, limit: PAGE }),
    listProfiles(person),
  ]);
  const filtered = profile !== undefined || status !== undefined || action !== undefined || search !== "";
  return (
    <>
      <PageHeader title="Logs" description="Every import, the latest first: what it brought, and what it did not." />
      {items.length === 0 && !filtered ? (
        <EmptyState
          icon="logs"
          title="No imports yet"
          actions={
            <ButtonLink href="/imports/new" variant="primary" icon="import">
              Import Contacts
            </ButtonLink>
          }
        >
          Each import leaves a log here, with its counts and the rows that were rejected.
        </EmptyState>
      ) : (
        <>
          <Toolbar key={JSON.stringify(address)} label="Imports" action="/logs">
            <Select name="profile" aria-label="Profile" width="auto" defaultValue={profile ?? ""}>
              <option value="">Any profile</option>
              {profiles.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
            <Select name="status" aria-label="Status" width="auto" defaultValue={status ?? ""}>
              <option value="">Any status</option>
              {IMPORT_STATES.map((state) => (
                <option key={state} value={state}>
                  {state[0]?.toUpperCase() + state.slice(1)}
                </option>
              ))}
            </Select>
            <Select name="action" aria-label="Action" width="auto" defaultValue={action ?? ""}>
              <option value="">Any action</option>
              {ACTION_CARDS.map(({ value, title }) => (
                <option key={value} value={value}>
                  {title}
                </option>
              ))}
            </Select>
            <SearchBox name="search" label="File, reference or profile" defaultValue={search} />
          </Toolbar>
          {items.length === 0 ? (
            <EmptyState
              icon="search"
              title="No import matches"
              actions={<ButtonLink href="/logs">Show all</ButtonLink>}
            >
              Try fewer filters.
            </EmptyState>
          ) : (
            <LogTable imports={items} timeZone={environmentTimeZone()} />
          )}
          <Pager
            label="Imports"
            position={`${items.length} on this page`}
            previous={before === undefined ? undefined : logsAddress({ ...address, before: undefined })}
            next={more ? logsAddress({ ...address, before: items.at(-1)?.id }) : undefined}
          />
        </>
      )}
    </>
  );
}
