import { SearchBox } from "#components/search-box.tsx";
import { Select } from "#components/select.tsx";
import { Toolbar } from "#components/toolbar.tsx";
import { useWords } from "#components/words.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import type { ProfileChoice } from "#lib/profiles/queries.ts";
import { type ContactsAddress, partsOf } from "./contacts-address.ts";
import { keep } from "./filters.tsx";

/** Which profile, which status, what to look for. Another profile has other fields, so filters and order stay behind. */
export function SearchBar({
  address,
  profiles,
  profile,
}: {
  address: ContactsAddress;
  profiles: readonly ProfileChoice[];
  profile: Profile | null;
}) {
  const t = useWords();
  const offered = profile && !profiles.some(({ id }) => id === profile.id) ? [profile, ...profiles] : profiles;
  const kept = partsOf({ ...address, profile: null, search: "", status: undefined, page: null });
  return (
    <Toolbar key={JSON.stringify(address)} label={t("Contacts")} action="/contacts" keep={keep(kept)}>
      <Select name="profile" aria-label={t("Profile")} width="auto" defaultValue={address.profile ?? ""}>
        <option value="">{t("The whole repository")}</option>
        {offered.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Select name="status" aria-label={t("Status")} width="auto" defaultValue={address.status ?? ""}>
        <option value="">{t("Any status")}</option>
        <option value="active">{t("Active")}</option>
        <option value="unsubscribed">{t("Unsubscribed")}</option>
        <option value="bounced">{t("Bounced")}</option>
      </Select>
      <SearchBox name="search" label={t("Part of an email, mobile or any text")} defaultValue={address.search} />
    </Toolbar>
  );
}
