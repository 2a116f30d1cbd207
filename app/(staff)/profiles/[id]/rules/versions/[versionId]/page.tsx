import type { Metadata } from "next";
import { orNotFound } from "#app/_doors/page.ts";
import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import { Notice } from "#components/notice.tsx";
import { getWords } from "#components/words.ts";
import { profileById } from "#lib/profiles/queries.ts";
import { idOf } from "#lib/text/id-of.ts";
import { words } from "#lib/text/words.ts";
import { versionChange } from "#lib/virtual/compared-versions.ts";
import { presentVersionOf, ruleVersion } from "#lib/virtual/queries.ts";
import { rulesWords } from "#lib/virtual/rule-names.ts";
import { editedOf } from "../../../../../virtual/builder/form-input.ts";
import { sampleOf } from "../../../../../virtual/builder/sample.ts";
import { SampleList } from "../../../../../virtual/builder/sample-list.tsx";
import { rulesAddress, versionsAddress } from "../../../../rules-address.ts";
import { SubPageHeader } from "../../../../sub-page.tsx";
import { virtualProfile } from "../../virtual-profile.ts";
import { BringBackForm } from "./bring-back-form.tsx";

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getWords();
  return { title: t("A version of the rules") };
};

export default async function VersionPage({ params }: PageProps<"/profiles/[id]/rules/versions/[versionId]">) {
  const t = await getWords();
  const { person, profile } = await virtualProfile(params);
  const version = await orNotFound(ruleVersion(person, profile.id, idOf((await params).versionId)));
  const source = await profileById(person, profile.sourceId ?? 0);
  const { means: present, kept } = await editedOf(profile);
  const [seen, { change, wrong }, was, is] = await Promise.all([
    presentVersionOf(person, profile.id),
    versionChange(person, source, { present, rules: version.rules, samples: 10 }),
    rulesWords(version.rules),
    kept ? rulesWords(kept) : words("rules that cannot be read"),
  ]);
  return (
    <>
      <SubPageHeader
        profile={profile}
        title={t("The rules of {time}", { time: t.dateTime(version.createdAt, environmentTimeZone()) })}
        crumbs={[
          { href: rulesAddress(profile.id), label: t("Rules") },
          { href: versionsAddress(profile.id), label: t("Versions") },
        ]}
      />
      {wrong !== null && (
        <Notice tone="warn" title={t("These rules cannot be brought back")}>
          {t.words(wrong)}
        </Notice>
      )}
      {change && (
        <BringBackForm
          profile={profile.id}
          version={version.id}
          seen={seen}
          words={{ was: t.words(was), is: t.words(is) }}
          change={{ gained: change.gained, lost: change.lost }}
          cancelHref={versionsAddress(profile.id)}
        >
          {change.gained > 0 && (
            <div className="flex flex-col gap-1.5">
              <h3 className="font-medium text-muted text-sm">{t("Some of those who would come in")}</h3>
              <SampleList
                sample={sampleOf(change.gainedSample, source, version.rules, t)}
                label={t("Some who would come in")}
              />
            </div>
          )}
          {change.lost > 0 && (
            <div className="flex flex-col gap-1.5">
              <h3 className="font-medium text-muted text-sm">{t("Some of those who would leave")}</h3>
              <SampleList
                sample={sampleOf(change.lostSample, source, version.rules, t)}
                label={t("Some who would leave")}
              />
            </div>
          )}
        </BringBackForm>
      )}
    </>
  );
}
