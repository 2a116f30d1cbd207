import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { orNotFound, pagePerson } from "#app/_doors/page.ts";
import { ButtonLink } from "#components/button.tsx";
import { EmptyState } from "#components/empty-state.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { Steps } from "#components/steps.tsx";
import type { Translator } from "#components/words/translator.ts";
import { getWords } from "#components/words.ts";
import { environment } from "#lib/environment.ts";
import { ACTIONS } from "#lib/imports/import.ts";
import { readingForm } from "#lib/imports/input.ts";
import { importById } from "#lib/imports/queries.ts";
import { profileChoices } from "#lib/profiles/queries.ts";
import type { Person } from "#lib/staff/permissions.ts";
import { idOf } from "#lib/text/id-of.ts";
import { MISSING } from "../upload/missing.ts";
import { errorOf, stepsOf } from "../words.ts";
import { UploadForm, type UploadStart } from "./upload-form.tsx";

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getWords();
  return { title: t("Import Contacts") };
};

export default async function ImportContactsPage({ searchParams }: PageProps<"/imports/new">) {
  const person = await pagePerson("imports.run");
  const t = await getWords();
  const query = await searchParams;
  const profiles = (await profileChoices(person)).filter(({ type }) => type !== "virtual");
  return (
    <>
      <PageHeader
        title={t("Import Contacts")}
        description={t(
          "Upload a file, look at what it would change, then apply it. Nothing is in the profile before you say so.",
        )}
      />
      {profiles.length === 0 ? (
        <EmptyState
          icon="import"
          title={t("There is no profile to import into yet")}
          actions={
            <ButtonLink href="/profiles/new" variant="primary" icon="plus">
              {t("New Profile")}
            </ButtonLink>
          }
        >
          {t("Make a Regular or a Mobile Only profile first: the contacts of your file go into it.")}
        </EmptyState>
      ) : (
        <>
          <Steps label={t("The import's steps")} steps={stepsOf(t)} current={0} />
          <UploadForm
            profiles={profiles.map(({ id, name, type }) => ({ id, name, type }))}
            start={startOf(query, t, await failureOf(person, query, t))}
            once={randomUUID()}
            maxBytes={environment().MAX_UPLOAD_BYTES}
          />
        </>
      )}
    </>
  );
}

type Query = Record<string, string | string[] | undefined>;

/** What the address asks for; anything that it cannot mean is the default. */
function startOf(query: Query, t: Translator, failure: string | undefined): UploadStart {
  const one = (name: string) => (typeof query[name] === "string" ? query[name] : "");
  const missing = one("missing");
  return {
    profile: one("profile"),
    action: ACTIONS.find((action) => action === one("action")) ?? "append",
    origin: (["excel", "paste"] as const).find((origin) => origin === one("origin")) ?? "csv",
    reference: one("reference").slice(0, 200),
    reading: Object.fromEntries(Object.keys(readingForm.shape).map((name) => [name, one(name).slice(0, 20)])),
    wrong: failure ?? (Object.hasOwn(MISSING, missing) ? t(MISSING[missing as keyof typeof MISSING]) : undefined),
  };
}

/** Why the file that was just sent cannot be read, as its log has it. */
async function failureOf(person: Person, { failed }: Query, t: Translator): Promise<string | undefined> {
  if (typeof failed !== "string") return undefined;
  const found = await orNotFound(importById(person, idOf(failed)));
  return found.state === "failed" ? (errorOf(found, t) ?? undefined) : undefined;
}
