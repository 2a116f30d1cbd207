import { ButtonLink } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";
import type { Import } from "#lib/imports/import.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { importMoreHref } from "./import-more.ts";

/** Undone, Cancelled, Interrupted, Failed: the sentence that says why, and what to do. */
export function Ended({ found, profile, mayRun }: { found: Import; profile: Profile | null; mayRun: boolean }) {
  const again = mayRun && profile && (
    <ButtonLink href={importMoreHref(found)} variant={found.state === "failed" ? "primary" : undefined} icon="import">
      {found.state === "undone" || found.state === "cancelled" ? "Import with the same settings" : "Upload again"}
    </ButtonLink>
  );
  switch (found.state) {
    case "undone":
      return (
        <Notice tone="good" title="This import was undone" actions={again}>
          What it had changed in {found.profileName} is as it was before. What somebody edited since was kept.
        </Notice>
      );
    case "cancelled":
      return (
        <Notice title="The import was cancelled" actions={again}>
          Nothing was changed, and the file is forgotten.
        </Notice>
      );
    case "interrupted":
      return (
        <Notice tone="warn" title="The file did not arrive whole" actions={again}>
          {found.errorMessage ?? "Nothing was changed. Upload the file again."}
        </Notice>
      );
    default:
      return (
        <Notice tone="bad" title="The import failed" actions={again}>
          <p className="wrap-anywhere">{found.errorMessage ?? "Nothing was changed. Import the file again."}</p>
        </Notice>
      );
  }
}
