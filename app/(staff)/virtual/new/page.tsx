import type { Metadata } from "next";
import { pagePerson } from "#app/_doors/page.ts";
import { ButtonLink } from "#components/button.tsx";
import { EmptyState } from "#components/empty-state.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { Steps } from "#components/steps.tsx";
import { getWords } from "#components/words.ts";
import { listProfiles } from "#lib/profiles/queries.ts";
import { idOf } from "#lib/text/id-of.ts";
import { ruleSubjects } from "#lib/virtual/rule-subjects.ts";
import { FIRST_DRAFT } from "../builder/draft.ts";
import { previewOf } from "../builder/preview.ts";
import { RuleBuilder } from "../builder/rule-builder.tsx";
import { ChooseSource } from "./choose-source.tsx";

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getWords();
  return { title: t("New Virtual Profile") };
};

/** `?name=&description=`, from New Profile, then `&source=`: name → source → rules, each in the address. */
export default async function NewVirtualPage({ searchParams }: PageProps<"/virtual/new">) {
  const t = await getWords();
  const person = await pagePerson("profiles.edit");
  const query = await searchParams;
  const one = (name: string) => (typeof query[name] === "string" ? query[name].slice(0, 1000) : "");
  const sources = (await listProfiles(person)).filter(({ type }) => type !== "virtual");
  const source = sources.find(({ id }) => id === idOf(one("source")));
  const about = { name: one("name"), description: one("description") };
  const subjects = source && (await ruleSubjects(person, source, {}, t));
  const preview = source && (await previewOf(person, { source, draft: FIRST_DRAFT, edited: null, address: "" }, t));
  return (
    <>
      <PageHeader
        title={t("New Virtual Profile")}
        description={
          source
            ? t("Rules over {name}: whoever fits them is in, at every moment.", { name: source.name })
            : t("First its name and the profile that the rules are over.")
        }
        crumbs={[{ href: "/virtual", label: t("Virtual profiles") }]}
      />
      <Steps
        label={t("Steps")}
        steps={[t("Name"), t("Source"), t("Rules")]}
        current={source ? 2 : about.name ? 1 : 0}
      />
      {sources.length === 0 ? (
        <EmptyState
          icon="profiles"
          title={t("No profile yet")}
          actions={<ButtonLink href="/profiles/new">{t("New Profile")}</ButtonLink>}
        >
          {t("The rules of a virtual profile are over a Regular or Mobile Only one. Make one first.")}
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
