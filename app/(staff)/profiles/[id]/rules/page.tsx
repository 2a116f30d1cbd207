import type { Metadata } from "next";
import { ButtonLink } from "#components/button.tsx";
import { getWords } from "#components/words.ts";
import { profileById } from "#lib/profiles/queries.ts";
import { presentVersionOf } from "#lib/virtual/queries.ts";
import { ruleSubjects } from "#lib/virtual/rule-subjects.ts";
import { FIRST_DRAFT } from "../../../virtual/builder/draft.ts";
import { draftOfRule } from "../../../virtual/builder/draft-of-rule.ts";
import { editedOf } from "../../../virtual/builder/form-input.ts";
import { previewOf } from "../../../virtual/builder/preview.ts";
import { RuleBuilder } from "../../../virtual/builder/rule-builder.tsx";
import { versionsAddress } from "../../rules-address.ts";
import { SubPageHeader } from "../../sub-page.tsx";
import { virtualProfile } from "./virtual-profile.ts";

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getWords();
  return { title: t("Rules") };
};

export default async function RulesPage({ params }: PageProps<"/profiles/[id]/rules">) {
  const t = await getWords();
  const { person, profile } = await virtualProfile(params);
  const source = await profileById(person, profile.sourceId ?? 0);
  const edited = await editedOf(profile);
  const draft = edited.kept ? draftOfRule(edited.kept, source, t.tag) : FIRST_DRAFT;
  const [seen, subjects, preview] = await Promise.all([
    presentVersionOf(person, profile.id),
    ruleSubjects(person, source, { self: profile, kept: edited.kept }, t),
    previewOf(person, { source, draft, edited, address: "" }, t),
  ]);
  return (
    <>
      <SubPageHeader
        profile={profile}
        title={t("Rules")}
        description={t("Over {name}: whoever fits them is in, at every moment.", { name: source.name })}
        actions={
          <ButtonLink href={versionsAddress(profile.id)} icon="clock">
            {t("Earlier versions")}
          </ButtonLink>
        }
      />
      <RuleBuilder
        purpose={{ profile: profile.id, seen, cancelHref: `/profiles/${profile.id}` }}
        keyKind={source.keyKind}
        subjects={subjects}
        draft={draft}
        preview={preview}
      />
    </>
  );
}
