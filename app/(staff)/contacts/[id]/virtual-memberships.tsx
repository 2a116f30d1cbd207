import { type Why, whyOf } from "#app/(staff)/virtual/builder/why.ts";
import { WhyLines } from "#app/(staff)/virtual/builder/why-lines.tsx";
import { Badge } from "#components/badge.tsx";
import { Disclosure } from "#components/disclosure.tsx";
import { TextLink } from "#components/text-link.tsx";
import { getWords, useWords } from "#components/words.ts";
import type { Membership } from "#lib/contacts/memberships.ts";
import { brokenRules } from "#lib/contacts/rule-faults.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { virtualProfilesOver } from "#lib/profiles/queries.ts";
import { may, type Person } from "#lib/staff/permissions.ts";
import { keptRule } from "#lib/virtual/kept-rule.ts";
import { ruleNames } from "#lib/virtual/rule-names.ts";
import { BrokenRules } from "../../profiles/broken-rules.tsx";

/** Of the Virtual profiles over one of a contact's profiles: in which it is, and why, condition by condition. */
export async function VirtualMemberships({ person, membership }: { person: Person; membership: Membership }) {
  const virtuals = await virtualProfilesOver(person, membership.profile.id);
  if (virtuals.length === 0) return null;
  const t = await getWords();
  const answers = await Promise.all(virtuals.map((profile) => answerOf(person, membership, profile)));
  const isIn = answers.filter(({ matches }) => matches).length;
  return (
    <Disclosure
      summary={t("Virtual profiles of {name}", { name: membership.profile.name })}
      aside={t("in {count, number} of {all, number}", { count: isIn, all: virtuals.length })}
    >
      <div className="flex flex-col gap-2">
        {answers.map((answer) => (
          <Answer key={answer.profile.id} {...answer} mayEdit={may(person, "profiles.edit")} />
        ))}
      </div>
    </Disclosure>
  );
}

type Answered = {
  profile: Profile;
  matches: boolean;
  why: Exclude<Why, { nobody: string }> | null;
  faults: Awaited<ReturnType<typeof brokenRules>>;
};

async function answerOf(person: Person, { profile: source, key }: Membership, profile: Profile): Promise<Answered> {
  const faults = await brokenRules(profile);
  const rule = faults.length === 0 ? keptRule(profile) : null;
  const t = await getWords();
  const why = rule && (await whyOf(person, source, rule, { address: key, names: await ruleNames([rule]), t }));
  if (why === null || "nobody" in why) return { profile, matches: false, why: null, faults };
  return { profile, matches: why.matches, why, faults };
}

function Answer({ profile, matches, why, faults, mayEdit }: Answered & { mayEdit: boolean }) {
  const t = useWords();
  return (
    <Disclosure
      summary={
        <span className="inline-flex flex-wrap items-center gap-2">
          <Badge tone={matches ? "good" : "neutral"} icon={matches ? "check" : "cross"}>
            {matches ? t("In") : t("Not in")}
          </Badge>
          <span>{profile.name}</span>
        </span>
      }
    >
      <div className="flex flex-col gap-2">
        {why ? <WhyLines why={why} /> : <BrokenRules profile={profile} faults={faults} mayEdit={mayEdit} />}
        <p className="text-sm">
          <TextLink href={`/profiles/${profile.id}`}>{t("Open {name}", { name: profile.name })}</TextLink>
        </p>
      </div>
    </Disclosure>
  );
}
