import { Suspense } from "react";
import { inAMoment } from "#app/_doors/in-a-moment.ts";
import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import { ButtonLink } from "#components/button.tsx";
import { Card } from "#components/card.tsx";
import { Notice } from "#components/notice.tsx";
import { Num } from "#components/number.tsx";
import { Stat, StatRow } from "#components/stat.tsx";
import { TextLink } from "#components/text-link.tsx";
import { getWords, useWords } from "#components/words.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { profileById } from "#lib/profiles/queries.ts";
import { may, type Person } from "#lib/staff/permissions.ts";
import { rulesInWords } from "#lib/virtual/kept-rule.ts";
import { type LiveCounts, liveCounts } from "#lib/virtual/live-counts.ts";
import { BrokenRules } from "../broken-rules.tsx";
import { rulesAddress, versionsAddress } from "../rules-address.ts";

type Props = { person: Person; profile: Profile };

/** What a Virtual profile is: its source, its rules as a sentence, and how many they mean at this moment. */
export async function VirtualSummary({ person, profile, counted }: Props & { counted: boolean }) {
  const t = await getWords();
  const counting = liveCounts(person, profile);
  const [source, words, live] = await Promise.all([
    profileById(person, profile.sourceId ?? 0),
    rulesInWords(profile),
    inAMoment(counting, counted),
  ]);
  return (
    <>
      {live ? (
        <Counts person={person} profile={profile} source={source} live={live} />
      ) : (
        // What waits behind a fallback comes in by a script, which may be off.
        <Suspense fallback={<Counting id={profile.id} />}>
          <Awaited person={person} profile={profile} source={source} counting={counting} />
        </Suspense>
      )}
      <Card
        title={t("Rules")}
        description={t.rich("Of the contacts in <link>{name}</link>, those of whom this is true:", {
          name: source.name,
          link: (name) => <TextLink href={`/profiles/${source.id}`}>{name}</TextLink>,
        })}
        actions={
          may(person, "profiles.edit") && (
            <>
              <ButtonLink href={rulesAddress(profile.id)} size="sm" icon="edit">
                {t("Edit the rules")}
              </ButtonLink>
              <ButtonLink href={versionsAddress(profile.id)} size="sm" variant="quiet">
                {t("Earlier versions")}
              </ButtonLink>
            </>
          )
        }
      >
        <p className="wrap-anywhere max-w-prose">{words ? t.words(words) : t("The rules cannot be read.")}</p>
      </Card>
    </>
  );
}

function Counting({ id }: { id: number }) {
  const t = useWords();
  return (
    <>
      <StatRow label={t("Contacts of this profile")}>
        {[t("Members"), t("Can be sent to"), t("Unsubscribed"), t("Bounced")].map((label) => (
          <Stat
            key={label}
            label={label}
            value={<span className="font-normal text-base text-muted">{t("counting…")}</span>}
          />
        ))}
      </StatRow>
      <noscript>
        <TextLink href={`/profiles/${id}?count=1`}>{t("Count them")}</TextLink>
      </noscript>
    </>
  );
}

type CountsProps = Props & { source: Profile };

async function Awaited({ counting, ...props }: CountsProps & { counting: Promise<LiveCounts> }) {
  return <Counts {...props} live={await counting} />;
}

function Counts({ person, profile, source, live }: CountsProps & { live: LiveCounts }) {
  const t = useWords();
  const list = `/contacts?profile=${profile.id}`;
  if (live.state === "too_slow") return <Notice tone="warn">{t.words(live.words)}</Notice>;
  const { contacts, active, unsubscribed, bounced } = live.counts;
  return (
    <>
      {live.state === "broken" && (
        <BrokenRules profile={profile} faults={live.faults} mayEdit={may(person, "profiles.edit")} />
      )}
      <StatRow label={t("Contacts of this profile")}>
        <Stat
          label={t("Members")}
          href={list}
          value={<Num value={contacts} />}
          detail={t("{share} of {count, number} in {name}", {
            share: t.share(contacts, source.counts.contacts),
            count: source.counts.contacts,
            name: source.name,
          })}
        />
        <Stat
          label={t("Can be sent to")}
          tone="good"
          href={`${list}&status=active`}
          value={<Num value={active} />}
          detail={t("{share} of the members", { share: t.share(active, contacts) })}
        />
        <Stat
          label={t("Unsubscribed")}
          tone="warn"
          href={`${list}&status=unsubscribed`}
          value={<Num value={unsubscribed} />}
          detail={t.share(unsubscribed, contacts)}
        />
        <Stat
          label={t("Bounced")}
          tone="bad"
          href={`${list}&status=bounced`}
          value={<Num value={bounced} />}
          detail={t.share(bounced, contacts)}
        />
      </StatRow>
      {live.state === "counted" && <Freshness counts={live.counts} at={live.at} />}
    </>
  );
}

/** Members against those who can be sent to, and of when the numbers are. */
function Freshness({
  counts: { contacts, active, unsubscribed, bounced },
  at,
}: {
  counts: Profile["counts"];
  at: Date;
}) {
  const t = useWords();
  const time = t.dateTime(at, environmentTimeZone(), "seconds").split(", ").at(-1) ?? "";
  const lost = contacts - active;
  return (
    <p className="-mt-3 text-muted text-sm">
      {lost === 0
        ? t("All members can be sent to.")
        : t(
            "{lost, plural, one {# member cannot be sent to: {unsubscribed, number} unsubscribed and {bounced, number} bounced.} other {# members cannot be sent to: {unsubscribed, number} unsubscribed and {bounced, number} bounced.}}",
            { lost, unsubscribed, bounced },
          )}{" "}
      {t.rich("Exact, as of <time>{at}</time>.", {
        at: time,
        time: (words) => <time dateTime={at.toISOString()}>{words}</time>,
      })}
    </p>
  );
}
