import { ButtonLink } from "#components/button.tsx";
import { EmptyState } from "#components/empty-state.tsx";
import type { Profile } from "#lib/profiles/profile.ts";

/** In place of a profile's table: nobody matches, or nobody is in it yet. */
export function NobodyInProfile({ profile, filtered }: { profile: Profile; filtered: boolean }) {
  if (filtered) {
    return (
      <EmptyState
        icon="search"
        title="Nobody matches"
        actions={<ButtonLink href={`/contacts?profile=${profile.id}`}>Show all</ButtonLink>}
      >
        Try a shorter part of the address, another status, or fewer filters.
      </EmptyState>
    );
  }
  if (profile.type === "virtual") {
    return (
      <EmptyState icon="profile-virtual" title={`Nobody is in ${profile.name} now`}>
        Its rules match nobody of its source profile at this moment.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon="contacts"
      title={`Nobody is in ${profile.name} yet`}
      actions={
        <ButtonLink href={`/imports/new?profile=${profile.id}`} variant="primary" icon="import">
          Import contacts
        </ButtonLink>
      }
    >
      Import a file of contacts into it, or add them one by one.
    </EmptyState>
  );
}

/** The same for the whole repository. */
export function NobodyInRepository({ filtered }: { filtered: boolean }) {
  return filtered ? (
    <EmptyState icon="search" title="Nobody matches" actions={<ButtonLink href="/contacts">Show all</ButtonLink>}>
      Try a shorter part of the address, or another status.
    </EmptyState>
  ) : (
    <EmptyState icon="contacts" title="No contacts yet">
      Import contacts into a profile: they appear here too.
    </EmptyState>
  );
}
