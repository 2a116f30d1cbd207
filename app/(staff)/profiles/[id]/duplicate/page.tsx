import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import type { Translator } from "#components/words/translator.ts";
import { getWords } from "#components/words.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { liveCounts } from "#lib/virtual/live-counts.ts";
import { BrokenRules } from "../../broken-rules.tsx";
import { editedProfile, SubPageHeader } from "../../sub-page.tsx";
import { type DuplicateCard, DuplicateForm } from "./duplicate-form.tsx";

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getWords();
  return { title: t("Duplicate Profile") };
};

export default async function DuplicateProfilePage({ params, searchParams }: PageProps<"/profiles/[id]/duplicate">) {
  const t = await getWords();
  const { person, profile } = await editedProfile(params);
  const { id, name, type, keyKind } = profile;
  const asCopy = type === "virtual" && (await searchParams).as === "copy";
  const isRegular = keyKind === "email";
  const live = type === "virtual" ? await liveCounts(person, profile) : null;
  const cards = live
    ? [rulesCard(t), membersCard(isRegular, "counts" in live ? live.counts : null, t)]
    : ownCards(profile, t);
  return (
    <>
      <SubPageHeader
        profile={profile}
        title={asCopy ? turnInto(isRegular, name, t) : t("Duplicate {name}", { name })}
        description={asCopy ? wordsOfCopy(isRegular, name, t) : t("Either can be changed without the other.")}
      />
      {live?.state === "broken" && <BrokenRules profile={profile} faults={live.faults} mayEdit />}
      <DuplicateForm
        id={id}
        once={randomUUID()}
        name={t("{name} (copy)", { name: [...name].slice(0, 90).join("") })}
        cards={asCopy ? cards.toReversed() : cards}
      />
    </>
  );
}

const turnInto = (isRegular: boolean, name: string, t: Translator): string =>
  isRegular ? t("Turn {name} into a Regular profile", { name }) : t("Turn {name} into a Mobile Only profile", { name });

const wordsOfCopy = (isRegular: boolean, name: string, t: Translator): string =>
  isRegular
    ? t("A Regular profile of those who match at this moment. {name} stays as it is.", { name })
    : t("A Mobile Only profile of those who match at this moment. {name} stays as it is.", { name });

function ownCards({ counts, fields }: Profile, t: Translator): DuplicateCard[] {
  return [
    {
      value: "with",
      title: t("With its contacts"),
      description: t(
        "{n, plural, one {# contact, with its values and its status.} other {# contacts, with their values and their status.}}",
        { n: counts.contacts },
      ),
    },
    {
      value: "without",
      title: t("Without contacts"),
      description: t("{n, plural, one {The # field alone.} other {The # fields alone.}}", { n: fields.length }),
    },
  ];
}

const rulesCard = (t: Translator): DuplicateCard => ({
  value: "without",
  title: t("Its rules"),
  description: t("A virtual profile with the same source and rules, always up to date."),
});

/** `counts` null: they take too long to count. */
function membersCard(isRegular: boolean, counts: Profile["counts"] | null, t: Translator): DuplicateCard {
  return {
    value: "with",
    title: isRegular
      ? t("Those who match now, as a Regular profile")
      : t("Those who match now, as a Mobile Only profile"),
    description: counts
      ? t(
          "{n, plural, one {# contact, with its values and its status. Rules do not change it any more.} other {# contacts, with their values and their status. Rules do not change it any more.}}",
          { n: counts.contacts },
        )
      : t("All of them, with their values and their status. Rules do not change it any more."),
  };
}
