import type { Metadata } from "next";
import { pagePerson } from "#app/_doors/page.ts";
import { ButtonLink } from "#components/button.tsx";
import { EmptyState } from "#components/empty-state.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { Pager } from "#components/pager.tsx";
import { SearchBox } from "#components/search-box.tsx";
import { Select } from "#components/select.tsx";
import { Toolbar } from "#components/toolbar.tsx";
import { getWords, useWords } from "#components/words.ts";
import { ACTIONS } from "#lib/imports/import.ts";
import { makersOf } from "#lib/imports/makers.ts";
import { listImports } from "#lib/imports/queries.ts";
import { IMPORT_STATES, STATE_NAMES } from "#lib/imports/states.ts";
import { profileChoices } from "#lib/profiles/queries.ts";
import { may } from "#lib/staff/permissions.ts";
import { ACTION_NAMES } from "../imports/words.ts";
import { LogTable } from "./log-table.tsx";
import { addressWith, type LogsAddress, readAddress } from "./logs-address.ts";

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getWords();
  return { title: t("Logs") };
};

const PAGE = 50;

export default async function LogsPage({ searchParams }: PageProps<"/logs">) {
  const person = await pagePerson("imports.view");
  const t = await getWords();
  const address = readAddress(await searchParams);
  const { profile, action, status, search, before } = address;
  const [{ items, more }, profiles] = await Promise.all([
    listImports(person, { profileId: profile, action, states: status && [status], search, before, limit: PAGE }),
    profileChoices(person),
  ]);
  const filtered = Boolean(profile || action || status || search);
  const mayRun = may(person, "imports.run");
  return (
    <>
      <PageHeader
        title={t("Logs")}
        description={t("Every import: when, who, into which profile, and what became of each row.")}
        actions={
          mayRun && (
            <ButtonLink href="/imports/new" variant="primary" icon="import">
              {t("Import Contacts")}
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
            label={t("Imports")}
            position={t("{count, plural, one {# import} other {# imports}}", { count: items.length })}
            previous={before === undefined ? undefined : addressWith(address, undefined)}
            next={more ? addressWith(address, items.at(-1)?.id) : undefined}
          />
        </>
      )}
    </>
  );
}

function Filters({ address, profiles }: { address: LogsAddress; profiles: { id: number; name: string }[] }) {
  const t = useWords();
  return (
    <Toolbar key={JSON.stringify(address)} label={t("Imports")} action="/logs">
      <Select name="profile" aria-label={t("Profile")} width="auto" defaultValue={address.profile ?? ""}>
        <option value="">{t("Any profile")}</option>
        {profiles.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Select name="action" aria-label={t("Action")} width="auto" defaultValue={address.action ?? ""}>
        <option value="">{t("Any action")}</option>
        {ACTIONS.map((action) => (
          <option key={action} value={action}>
            {t(ACTION_NAMES[action])}
          </option>
        ))}
      </Select>
      <Select name="status" aria-label={t("Status")} width="auto" defaultValue={address.status ?? ""}>
        <option value="">{t("Any status")}</option>
        {IMPORT_STATES.map((state) => (
          <option key={state} value={state}>
            {t(STATE_NAMES[state])}
          </option>
        ))}
      </Select>
      <SearchBox name="search" label={t("File, reference or profile")} defaultValue={address.search} />
    </Toolbar>
  );
}

function Nothing({ filtered, mayRun }: { filtered: boolean; mayRun: boolean }) {
  const t = useWords();
  if (filtered) {
    return (
      <EmptyState
        icon="search"
        title={t("No import matches")}
        actions={<ButtonLink href="/logs">{t("Show all")}</ButtonLink>}
      >
        {t("Try a shorter part of a name, or another status.")}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon="import"
      title={t("No import yet")}
      actions={
        mayRun && (
          <ButtonLink href="/imports/new" variant="primary" icon="import">
            {t("Import Contacts")}
          </ButtonLink>
        )
      }
    >
      {t(
        "Upload a file into a profile and its log appears here: what was new, what changed, and each row that was rejected.",
      )}
    </EmptyState>
  );
}
