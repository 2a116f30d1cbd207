import { Notice } from "#components/notice.tsx";
import { useWords } from "#components/words.ts";
import { OIDC_REFUSALS, type OidcRefusal } from "#lib/staff/oidc/refusals.ts";

type Query = Record<string, string | string[] | undefined>;

/** What led here, when it was no link of ours. */
export function Arrived({ query: { set, again, refused } }: { query: Query }) {
  const t = useWords();
  if (set) return <Notice tone="good">{t("Your password is set. Sign in with it.")}</Notice>;
  if (again) return <Notice tone="warn">{t("That took too long. Sign in once more.")}</Notice>;
  if (typeof refused === "string" && Object.hasOwn(OIDC_REFUSALS, refused)) {
    return <Notice tone="bad">{t(OIDC_REFUSALS[refused as OidcRefusal])}</Notice>;
  }
  return null;
}
