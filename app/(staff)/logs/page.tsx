import type { Metadata } from "next";
import { pagePerson } from "#app/_doors/page.ts";
import { ButtonLink } from "#components/button.tsx";
import { EmptyState } from "#components/empty-state.tsx";
import { formatCount } from "#components/format.ts";
import { PageHeader } from "#components/page-header.tsx";
import { Pager } from "#components/pager.tsx";
import { SearchBox } from "#components/search-box.tsx";
import { Select } from "#components/select.tsx";
import { Toolbar } from "#components/toolbar.tsx";
import { ACTIONS } from "#lib/imports/import.ts";
import { makersOf } from "#lib/imports/makers.ts";
import { listImports } from "#lib/imports/queries.ts";
import { IMPORT_STATES } from "#lib/imports/states.ts";
import { listProfiles } from "#lib/profiles/queries.ts";
import { may } from "#lib/staff/permissions.ts";
import { ACTION_NAMES } from "../imports/words.ts";
import { LogTable } from "./log-table.tsx";
import { addressWith, type LogsAddress, readAddress } from "./logs-address.ts";

export const metadata: Metadata = { title: "Logs" };

const PAGE = 50;

export default async function LogsPage({ searchParams }: PageProps<"/logs">) {
  const person = await pagePerson("imports.view");
  const address = readAddress(await searchParams);
  const { profile, action, status, search, before } = address;
  const [{ items, more }, profiles] = await Promise.all([
    listImports(person, { profileId: profile, action, states: status && [status], search, before, limit: PAGE }),
    listProfiles(person),
  ]);
  const filtered = Boolean(profile || action || status || search);
  const mayRun = may(person, "imports.run");
  return (
    <>
      <PageHeader
        title="Logs"
        description="Every import: when, who, into which profile, and what became of each row."
        actions={
          mayRun && (
            <ButtonLink href="/imports/new" variant="primary" icon="import">
              Import Contacts
            </ButtonLink>
          )
        }
      />
      <Filters address={address} profiles={profiles.filter(({ type }) => type !== "virtual")} />
      {items.length === 0 ? (
        <Nothing filtered={filtered || before !== undefined} mayRun={mayRun} />
      ) : (
        <>
          <LogTable imports={items} makers={await makersOf(items)} />
          <Pager
            label="Imports"
            position={formatCount(items.length, "import")}
            previous={before === undefined ? undefined : addressWith(address, undefined)}
            next={more ? addressWith(address, items.at(-1)?.id) : undefined}
          />
        </>
      )}
    </>
  );
}

function Filters({ address, profiles }: { address: LogsAddress; profiles: { id: number; name: string }[] }) {
  return (
    <Toolbar key={JSON.stringify(address)} label="Imports" action="/logs">
      <Select name="profile" aria-label="Profile" width="auto" defaultValue={address.profile ?? ""}>
        <option value="">Any profile</option>
        {profiles.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Select name="action" aria-label="Action" width="auto" defaultValue={address.action ?? ""}>
        <option value="">Any action</option>
        {ACTIONS.map((action) => (
          <option key={action} value={action}>
            {ACTION_NAMES[action]}
          </option>
        ))}
      </Select>
      <Select name="status" aria-label="Status" width="auto" defaultValue={address.status ?? ""}>
        <option value="">Any status</option>
        {IMPORT_STATES.map((state) => (
          <option key={state} value={state}>
            {state.charAt(0).toUpperCase() + state.slice(1)}
          </option>
        ))}
      </Select>
      <SearchBox name="search" label="File, reference or profile" defaultValue={address.search} />
    </Toolbar>
  );
}

function Nothing({ filtered, mayRun }: { filtered: boolean; mayRun: boolean }) {
  if (filtered) {
    return (
      <EmptyState icon="search" title="No import matches" actions={<ButtonLink href="/logs">Show all</ButtonLink>}>
        Try a shorter part of a name, or another status.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon="import"
      title="No import yet"
      actions={
        mayRun && (
          <ButtonLink href="/imports/new" variant="primary" icon="import">
            Import Contacts
          </ButtonLink>
        )
      }
    >
      Upload a file into a profile and its log appears here: what was new, what changed, and each row that was rejected.
    </EmptyState>
  );
}
