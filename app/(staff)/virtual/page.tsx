import type { Metadata } from "next";
import { pagePerson } from "#app/_doors/page.ts";
import { ButtonLink } from "#components/button.tsx";
import { EmptyState } from "#components/empty-state.tsx";
import { PageHeader } from "#components/page-header.tsx";

export const metadata: Metadata = { title: "Virtual Profile" };

/** Says what is so: rules are read and compiled (lib/rules), but no page makes a Virtual profile of them yet. */
export default async function VirtualProfilePage() {
  await pagePerson("profiles.view");
  return (
    <>
      <PageHeader title="Virtual Profile" description="Rules over another profile, always up to date." />
      <EmptyState
        icon="profile-virtual"
        title="Virtual profiles are not there yet"
        actions={<ButtonLink href="/profiles">List Profiles</ButtonLink>}
      >
        They come with a later version of Rollbook.
      </EmptyState>
    </>
  );
}
