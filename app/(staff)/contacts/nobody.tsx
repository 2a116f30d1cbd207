import { ButtonLink } from "#components/button.tsx";
import { EmptyState } from "#components/empty-state.tsx";
import { useWords } from "#components/words.ts";
import type { Profile } from "#lib/profiles/profile.ts";

/** In place of a profile's table: nobody matches, or nobody is in it yet. */
export function NobodyInProfile({ profile, filtered }: { profile: Profile; filtered: boolean }) {
  const t = useWords();
  const { name } = profile;
  if (filtered) {
    return (
      <EmptyState
        icon="search"
        title={t("Nobody matches")}
        actions={<ButtonLink href={`/contacts?profile=${profile.id}`}>{t("Show all")}</ButtonLink>}
      >
        {t("Try a shorter part of the address, another status, or fewer filters.")}
      </EmptyState>
    );
  }
  if (profile.type === "virtual") {
    return (
      <EmptyState icon="profile-virtual" title={t("Nobody is in {name} now", { name })}>
        {t("Its rules match nobody of its source profile at this moment.")}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon="contacts"
      title={t("Nobody is in {name} yet", { name })}
      actions={
        <ButtonLink href={`/imports/new?profile=${profile.id}`} variant="primary" icon="import">
          {t("Import contacts")}
        </ButtonLink>
      }
    >
      {t("Import a file of contacts into it, or add them one by one.")}
    </EmptyState>
  );
}

/** The same for the whole repository. What is searched for may be found in other texts below. */
export function NobodyInRepository({ filtered, search }: { filtered: boolean; search: string }) {
  const t = useWords();
  return filtered ? (
    <EmptyState
      icon="search"
      title={search === "" ? t("Nobody matches") : t("No email or mobile has it")}
      actions={<ButtonLink href="/contacts">{t("Show all")}</ButtonLink>}
    >
      {t("Try a shorter part of the address, or another status.")}
    </EmptyState>
  ) : (
    <EmptyState icon="contacts" title={t("No contacts yet")}>
      {t("Import contacts into a profile: they appear here too.")}
    </EmptyState>
  );
}
