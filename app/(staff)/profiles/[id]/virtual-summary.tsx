import { Suspense } from "react";
import { inAMoment } from "#app/_doors/in-a-moment.ts";
import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import { ButtonLink } from "#components/button.tsx";
import { Card } from "#components/card.tsx";
import { formatCount, formatDateTime, formatNumber, formatShare } from "#components/format.ts";
import { Notice } from "#components/notice.tsx";
import { Num } from "#components/number.tsx";
import { Stat, StatRow } from "#components/stat.tsx";
import { TextLink } from "#components/text-link.tsx";
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
  const counting = liveCounts(person, profile);
  const [source, words] = await Promise.all([
    profileById(person, profile.sourceId ?? 0),
    rulesInWords(profile),
    inAMoment(counting, counted),
  ]);
  return (
    <>
      <Suspense fallback={<Counting id={profile.id} />}>
        <Counts person={person} profile={profile} source={source} counting={counting} />
      </Suspense>
      <Card
        title="Rules"
        description={
          <>
            Of the contacts in <TextLink href={`/profiles/${source.id}`}>{source.name}</TextLink>, those of whom this is
            true:
          </>
        }
        actions={
          <>
            {may(person, "profiles.edit") && (
              <ButtonLink href={rulesAddress(profile.id)} size="sm" icon="edit">
                Edit the rules
              </ButtonLink>
            )}
            <ButtonLink href={versionsAddress(profile.id)} size="sm" variant="quiet">
              Earlier versions
            </ButtonLink>
          </>
        }
      >
        <p className="wrap-anywhere max-w-prose">{words ?? "The rules cannot be read."}</p>
      </Card>
    </>
  );
}

function Counting({ id }: { id: number }) {
  return (
    <>
      <StatRow label="Contacts of this profile">
        {["Members", "Can be sent to", "Unsubscribed", "Bounced"].map((label) => (
          <Stat key={label} label={label} value={<span className="font-normal text-base text-muted">counting…</span>} />
        ))}
      </StatRow>
      <noscript>
        <TextLink href={`/profiles/${id}?count=1`}>Count them</TextLink>
      </noscript>
    </>
  );
}

async function Counts({
  person,
  profile,
  source,
  counting,
}: Props & { source: Profile; counting: Promise<LiveCounts> }) {
  const live = await counting;
  const list = `/contacts?profile=${profile.id}`;
  if (live.state === "too_slow") return <Notice tone="warn">{live.message}</Notice>;
  const { contacts, active, unsubscribed, bounced } = live.counts;
  return (
    <>
      {live.state === "broken" && (
        <BrokenRules profile={profile} faults={live.faults} mayEdit={may(person, "profiles.edit")} />
      )}
      <StatRow label="Contacts of this profile">
        <Stat
          label="Members"
          href={list}
          value={<Num value={contacts} />}
          detail={`${formatShare(contacts, source.counts.contacts)} of ${formatNumber(source.counts.contacts)} in ${source.name}`}
        />
        <Stat
          label="Can be sent to"
          tone="good"
          href={`${list}&status=active`}
          value={<Num value={active} />}
          detail={`${formatShare(active, contacts)} of the members`}
        />
        <Stat
          label="Unsubscribed"
          tone="warn"
          href={`${list}&status=unsubscribed`}
          value={<Num value={unsubscribed} />}
          detail={formatShare(unsubscribed, contacts)}
        />
        <Stat
          label="Bounced"
          tone="bad"
          href={`${list}&status=bounced`}
          value={<Num value={bounced} />}
          detail={formatShare(bounced, contacts)}
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
  const time = formatDateTime(at, environmentTimeZone(), "seconds").split(", ").at(-1);
  const lost = contacts - active;
  return (
    <p className="-mt-3 text-muted text-sm">
      {lost === 0
        ? "All members can be sent to."
        : `${formatCount(lost, "member")} cannot be sent to: ${formatNumber(unsubscribed)} unsubscribed and ${formatNumber(bounced)} bounced.`}{" "}
      Exact, as of <time dateTime={at.toISOString()}>{time}</time>.
    </p>
  );
}
