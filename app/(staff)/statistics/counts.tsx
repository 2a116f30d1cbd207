import { Num } from "#components/number.tsx";
import { Stat, StatRow } from "#components/stat.tsx";
import { useWords } from "#components/words.ts";
import type { Profile } from "#lib/profiles/profile.ts";

/** How many there are, by status; each number leads to its contacts. `profileId` null: of the repository. */
export function Counts({ counts, profileId }: { counts: Profile["counts"]; profileId: number | null }) {
  const t = useWords();
  const { contacts, active, bounced, unsubscribed } = counts;
  const list = (status?: string) =>
    `/contacts?${new URLSearchParams({ ...(profileId ? { profile: String(profileId) } : {}), ...(status ? { status } : {}) })}`;
  return (
    <StatRow label={t("Contacts")}>
      <Stat label={t("Contacts")} value={<Num value={contacts} />} href={list()} />
      <Stat
        label={t("Active")}
        tone="good"
        value={<Num value={active} />}
        detail={t.share(active, contacts)}
        href={list("active")}
      />
      <Stat
        label={t("Bounced")}
        tone="bad"
        value={<Num value={bounced} />}
        detail={t.share(bounced, contacts)}
        href={list("bounced")}
      />
      <Stat
        label={t("Unsubscribed")}
        tone="warn"
        value={<Num value={unsubscribed} />}
        detail={t.share(unsubscribed, contacts)}
        href={list("unsubscribed")}
      />
    </StatRow>
  );
}
