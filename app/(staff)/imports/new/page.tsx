import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { pagePerson } from "#app/_doors/page.ts";
import { ButtonLink } from "#components/button.tsx";
import { EmptyState } from "#components/empty-state.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { Steps } from "#components/steps.tsx";
import { environment } from "#lib/environment.ts";
import { ACTIONS } from "#lib/imports/import.ts";
import { listProfiles } from "#lib/profiles/queries.ts";
import { MISSING } from "../upload/missing.ts";
import { UploadForm, type UploadStart } from "./upload-form.tsx";

export const metadata: Metadata = { title: "Import Contacts" };

export default async function ImportContactsPage({ searchParams }: PageProps<"/imports/new">) {
  const person = await pagePerson("imports.run");
  const profiles = (await listProfiles(person)).filter(({ type }) => type !== "virtual");
  return (
    <>
      <PageHeader
        title="Import Contacts"
        description="Upload a file, look at what it would change, then apply it. Nothing is in the profile before you say so."
      />
      {profiles.length === 0 ? (
        <EmptyState
          icon="import"
          title="There is no profile to import into yet"
          actions={
            <ButtonLink href="/profiles/new" variant="primary" icon="plus">
              New Profile
            </ButtonLink>
          }
        >
          Make a Regular or a Mobile Only profile first: the contacts of your file go into it.
        </EmptyState>
      ) : (
        <>
          <Steps label="The import's steps" steps={["Upload", "Columns", "Review", "Apply"]} current={0} />
          <UploadForm
            profiles={profiles.map(({ id, name, type }) => ({ id, name, type }))}
            start={startOf(await searchParams)}
            once={randomUUID()}
            maxBytes={environment().MAX_UPLOAD_BYTES}
          />
        </>
      )}
    </>
  );
}

/** What the address asks for; anything that it cannot mean is the default. */
function startOf(query: Record<string, string | string[] | undefined>): UploadStart {
  const one = (name: string) => (typeof query[name] === "string" ? query[name] : "");
  const missing = one("missing");
  return {
    profile: one("profile"),
    action: ACTIONS.find((action) => action === one("action")) ?? "append",
    origin: (["excel", "paste"] as const).find((origin) => origin === one("origin")) ?? "csv",
    reference: one("reference").slice(0, 200),
    missing: Object.hasOwn(MISSING, missing) ? MISSING[missing as keyof typeof MISSING] : undefined,
  };
}
