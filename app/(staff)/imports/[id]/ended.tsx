import { ButtonLink } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";
import { useWords } from "#components/words.ts";
import type { Import } from "#lib/imports/import.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { errorOf } from "../words.ts";
import { importMoreHref } from "./import-more.ts";

/** Undone, Cancelled, Interrupted, Failed: the sentence that says why, and what to do. */
export function Ended({ found, profile, mayRun }: { found: Import; profile: Profile | null; mayRun: boolean }) {
  const t = useWords();
  const why = errorOf(found, t);
  const again = mayRun && profile && (
    <ButtonLink href={importMoreHref(found)} variant={found.state === "failed" ? "primary" : undefined} icon="import">
      {found.state === "undone" || found.state === "cancelled" ? t("Import with the same settings") : t("Upload again")}
    </ButtonLink>
  );
  switch (found.state) {
    case "undone":
      return (
        <Notice tone="good" title={t("This import was undone")} actions={again}>
          {t("What it had changed in {name} is as it was before. What somebody edited since was kept.", {
            name: found.profileName,
          })}
        </Notice>
      );
    case "cancelled":
      return (
        <Notice title={t("The import was cancelled")} actions={again}>
          {why ?? t("Nothing was changed, and the file is forgotten.")}
        </Notice>
      );
    case "interrupted":
      return (
        <Notice tone="warn" title={t("The file did not arrive whole")} actions={again}>
          {why ?? t("Nothing was changed. Upload the file again.")}
        </Notice>
      );
    default:
      return (
        <Notice tone="bad" title={t("The import failed")} actions={again}>
          <p className="wrap-anywhere">{why ?? t("Nothing was changed. Import the file again.")}</p>
        </Notice>
      );
  }
}
