import { formatShare } from "#components/format.ts";
import { Num } from "#components/number.tsx";
import { Stat, StatRow } from "#components/stat.tsx";
import type { Profile } from "#lib/profiles/profile.ts";

/** How many there are, by status; each number leads to its contacts. `profileId` null: of the repository. */
export function Counts({ counts, profileId }: { counts: Profile["counts"]; profileId: number | null }) {
  const { contacts, active, bounced, unsubscribed } = counts;
  const list = (status?: string) =>
    `/contacts?${new URLSearchParams({ ...(profileId ? { profile: String(profileId) } : {}), ...(status ? { status } : {}) })}`;
  return (
    <StatRow label="Contacts">
      <Stat label="Contacts" value={<Num value={contacts} />} href={list()} />
      <Stat
        label="Active"
        tone="good"
        value={<Num value={active} />}
        detail={formatShare(active, contacts)}
        href={list("active")}
      />
      <Stat
        label="Bounced"
        tone="bad"
        value={<Num value={bounced} />}
        detail={formatShare(bounced, contacts)}
        href={list("bounced")}
      />
      <Stat
        label="Unsubscribed"
        tone="warn"
        value={<Num value={unsubscribed} />}
        detail={formatShare(unsubscribed, contacts)}
        href={list("unsubscribed")}
      />
    </StatRow>
  );
}
