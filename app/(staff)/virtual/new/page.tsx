import type { Metadata } from "next";
import { pagePerson } from "#app/_doors/page.ts";
import { ButtonLink } from "#components/button.tsx";
import { EmptyState } from "#components/empty-state.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { Steps } from "#components/steps.tsx";
import { listProfiles } from "#lib/profiles/queries.ts";
import { idOf } from "#lib/text/id-of.ts";
import { ruleSubjects } from "#lib/virtual/rule-subjects.ts";
import { FIRST_DRAFT } from "../builder/draft.ts";
import { previewOf } from "../builder/preview.ts";
import { RuleBuilder } from "../builder/rule-builder.tsx";
import { ChooseSource } from "./choose-source.tsx";

export const metadata: Metadata = { title: "New Virtual Profile" };

/** `?name=&description=`, from New Profile, then `&source=`: name → source → rules, each in the address. */
export default async function NewVirtualPage({ searchParams }: PageProps<"/virtual/new">) {
  const person = await pagePerson("profiles.edit");
  const query = await searchParams;
  const one = (name: string) => (typeof query[name] === "string" ? query[name].slice(0, 1000) : "");
  const sources = (await listProfiles(person)).filter(({ type }) => type !== "virtual");
  const source = sources.find(({ id }) => id === idOf(one("source")));
  const about = { name: one("name"), description: one("description") };
  const subjects = source && (await ruleSubjects(person, source));
  const preview = source && (await previewOf(person, { source, draft: FIRST_DRAFT, edited: null, address: "" }));
  return (
    <>
      <PageHeader
        title="New Virtual Profile"
        description={
          source
            ? `Rules over ${source.name}: whoever fits them is in, at every moment.`
            : "First its name and the profile that the rules are over."
        }
        crumbs={[{ href: "/virtual", label: "Virtual profiles" }]}
      />
      <Steps label="Steps" steps={["Name", "Source", "Rules"]} current={source ? 2 : about.name ? 1 : 0} />
      {sources.length === 0 ? (
        <EmptyState
          icon="profiles"
          title="No profile yet"
          actions={<ButtonLink href="/profiles/new">New Profile</ButtonLink>}
        >
          The rules of a virtual profile are over a Regular or Mobile Only one. Make one first.
        </EmptyState>
      ) : source && subjects && preview ? (
        <RuleBuilder
          purpose={{ source: source.id, ...about }}
          keyKind={source.keyKind}
          subjects={subjects}
          draft={FIRST_DRAFT}
          preview={preview}
        />
      ) : (
        <ChooseSource sources={sources} about={about} />
      )}
    </>
  );
}
