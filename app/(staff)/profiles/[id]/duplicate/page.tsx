import type { Metadata } from "next";
import { formatCount } from "#components/format.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { liveCounts } from "#lib/virtual/live-counts.ts";
import { BrokenRules } from "../../broken-rules.tsx";
import { contactsInWords, editedProfile, SubPageHeader } from "../../sub-page.tsx";
import { type DuplicateCard, DuplicateForm } from "./duplicate-form.tsx";

export const metadata: Metadata = { title: "Duplicate Profile" };

export default async function DuplicateProfilePage({ params, searchParams }: PageProps<"/profiles/[id]/duplicate">) {
  const { person, profile } = await editedProfile(params);
  const { id, name, type, keyKind } = profile;
  const asCopy = type === "virtual" && (await searchParams).as === "copy";
  const kind = keyKind === "email" ? "Regular" : "Mobile Only";
  const live = type === "virtual" ? await liveCounts(person, profile) : null;
  const cards = live ? [rulesCard, membersCard(kind, "counts" in live ? live.counts : null)] : ownCards(profile);
  return (
    <>
      <SubPageHeader
        profile={profile}
        title={asCopy ? `Turn ${name} into a ${kind} profile` : `Duplicate ${name}`}
        description={
          asCopy
            ? `A ${kind} profile of those who match at this moment. ${name} stays as it is.`
            : "Either can be changed without the other."
        }
      />
      {live?.state === "broken" && <BrokenRules profile={profile} faults={live.faults} mayEdit />}
      <DuplicateForm
        id={id}
        name={`${[...name].slice(0, 93).join("")} (copy)`}
        cards={asCopy ? cards.toReversed() : cards}
      />
    </>
  );
}

function ownCards({ counts, fields }: Profile): DuplicateCard[] {
  return [
    {
      value: "with",
      title: "With its contacts",
      description: `${contactsInWords(counts.contacts)}, with their values and their status.`,
    },
    { value: "without", title: "Without contacts", description: `The ${formatCount(fields.length, "field")} alone.` },
  ];
}

const rulesCard: DuplicateCard = {
  value: "without",
  title: "Its rules",
  description: "A virtual profile with the same source and rules, always up to date.",
};

/** `counts` null: they take too long to count. */
function membersCard(kind: string, counts: Profile["counts"] | null): DuplicateCard {
  return {
    value: "with",
    title: `Those who match now, as a ${kind} profile`,
    description: `${counts ? contactsInWords(counts.contacts) : "All of them"}, with their values and their status. Rules do not change it any more.`,
  };
}
