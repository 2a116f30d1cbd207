import { Select } from "#components/select.tsx";
import { Toolbar } from "#components/toolbar.tsx";
import { useWords } from "#components/words.ts";
import type { ProfileChoice } from "#lib/profiles/queries.ts";

/** Which profile the contact goes into: a form that asks for the same page, so it needs no JavaScript. */
export function ChooseProfile({
  profiles,
  chosen,
}: {
  profiles: readonly ProfileChoice[];
  chosen: number | undefined;
}) {
  const t = useWords();
  return (
    <Toolbar key={chosen} label={t("Profile")} action="/contacts/new" submit={t("Use this profile")}>
      <Select name="profile" aria-label={t("Profile")} width="auto" required defaultValue={chosen ?? ""}>
        {chosen === undefined && <option value="">{t("Choose a profile …")}</option>}
        {profiles.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </Toolbar>
  );
}
