import { Notice } from "#components/notice.tsx";
import { useWords } from "#components/words.ts";
import type { Membership } from "#lib/contacts/memberships.ts";
import { idOf } from "#lib/text/id-of.ts";

/** What was done just now, as the address says: `?saved=PROFILE`, `?removed=1`, `?status=1`. */
export function SavedNotice({
  query,
  memberships,
}: {
  query: Record<string, string | string[] | undefined>;
  memberships: readonly Membership[];
}) {
  const t = useWords();
  const saved = memberships.find(({ profile }) => profile.id === idOf(String(query.saved ?? "")));
  if (saved)
    return <Notice tone="good" title={t("The values in {name} are saved", { name: saved.profile.name })} live />;
  if (query.removed) {
    return (
      <Notice tone="good" title={t("The contact was removed from the profile")} live>
        {t("The person stays in the repository, with the status and the history.")}
      </Notice>
    );
  }
  if (query.status) {
    return (
      <Notice tone="good" title={t("The status is changed")} live>
        {t("It holds in the repository and in every profile.")}
      </Notice>
    );
  }
  return null;
}
