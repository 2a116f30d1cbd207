import { ButtonLink } from "#components/button.tsx";
import { FilterChips } from "#components/filter-chips.tsx";
import { Notice } from "#components/notice.tsx";
import { Select } from "#components/select.tsx";
import { Toolbar } from "#components/toolbar.tsx";
import { useWords } from "#components/words.ts";
import { filterSubjects, type ReadListFilter } from "#lib/contacts/list-filters.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { addressWith, type ContactsAddress, partsOf } from "./contacts-address.ts";

/** The filters that are on, what is wrong with them, and where another one is begun. */
export function Filters({
  profile,
  address,
  filters,
}: {
  profile: Profile;
  address: ContactsAddress;
  filters: readonly ReadListFilter[];
}) {
  const t = useWords();
  const without = (filter: ReadListFilter) => address.filters.filter((each) => each !== filter.filter);
  const wrong = filters.flatMap((filter) => ("wrong" in filter ? [filter.wrong] : []));
  return (
    <div className="flex flex-col gap-3">
      <Toolbar
        label={t("Another filter")}
        action="/contacts"
        submit={t("Add a filter")}
        keep={keep(partsOf({ ...address, page: null }))}
        actions={
          <ButtonLink
            href={addressWith(address, { filters: address.filters }, "/contacts/columns")}
            size="sm"
            variant="quiet"
            icon="settings"
          >
            {t("Columns")}
          </ButtonLink>
        }
      >
        <Select name="filter" aria-label={t("Filter by")} width="auto">
          {filterSubjects(profile, t).map(({ about, label }) => (
            <option key={about} value={about}>
              {label}
            </option>
          ))}
        </Select>
      </Toolbar>
      <FilterChips
        clearHref={addressWith(address, { filters: [] })}
        filters={filters.map((filter) => ({
          label: t.words(filter.said),
          removeHref: addressWith(address, { filters: without(filter) }),
        }))}
      />
      {wrong.length > 0 && (
        <Notice tone="bad" title={t("A filter cannot be used, so nobody is shown")} live>
          {wrong.map((said) => (
            <p key={said.text}>{t.words(said)}</p>
          ))}
        </Notice>
      )}
    </div>
  );
}

/** Names that come several times are lists. */
export function keep(parts: [string, string][]): Record<string, string[]> {
  const all: Record<string, string[]> = {};
  for (const [name, value] of parts) all[name] = [...(all[name] ?? []), value];
  return all;
}
