import type { Metadata } from "next";
import { pagePerson } from "#app/_doors/page.ts";
import { ButtonLink } from "#components/button.tsx";
import { EmptyState } from "#components/empty-state.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { ACTIONS, ORIGINS } from "#lib/imports/import.ts";
import { listProfiles } from "#lib/profiles/queries.ts";
import { idOf } from "#lib/text/id-of.ts";
import { UploadForm } from "./upload-form.tsx";

export const metadata: Metadata = { title: "Import Contacts" };

export default async function ImportPage({ searchParams }: PageProps<"/imports/new">) {
  const person = await pagePerson("imports.run");
  const { profile, action, origin, reference } = await searchParams;
  const profiles = (await listProfiles(person)).filter(({ type }) => type !== "virtual");
  return (
    <>
      <PageHeader
        title="Import Contacts"
        description="Upload a file, look at what it would change, then apply it. Until you apply, nothing changes."
      />
      {profiles.length === 0 ? (
        <EmptyState
          icon="import"
          title="Make a profile first"
          actions={
            <ButtonLink href="/profiles/new" variant="primary" icon="plus">
              New Profile
            </ButtonLink>
          }
        >
          An import brings contacts into a profile, and there is none yet.
        </EmptyState>
      ) : (
        <UploadForm
          profiles={profiles.map(({ id, name }) => ({ id, name }))}
          chosen={{
            profile: idOf(String(profile ?? "")),
            action: ACTIONS.find((each) => each === action) ?? "append",
            origin: ORIGINS.find((each) => each === origin && each !== "api") ?? "csv",
            reference: typeof reference === "string" ? reference.slice(0, 200) : "",
          }}
        />
      )}
    </>
  );
}
