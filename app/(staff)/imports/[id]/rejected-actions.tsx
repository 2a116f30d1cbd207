import { ButtonLink } from "#components/button.tsx";
import { useWords } from "#components/words.ts";
import type { Import } from "#lib/imports/import.ts";
import { mayAsk } from "#lib/imports/states.ts";
import { may, type Person } from "#lib/staff/permissions.ts";

/** What can be done with the rejected rows, or with those of one reason; nothing when they are forgotten. */
export function RejectedActions({ found, person, reason }: { found: Import; person: Person; reason?: string }) {
  const t = useWords();
  if (found.rejected === 0 || found.forgottenAt !== null) return null;
  return (
    <>
      {mayCorrect(found, person) && (
        <ButtonLink href={`/imports/${found.id}/correct${reason ? `?reason=${reason}` : ""}`} icon="edit">
          {t("Correct these rows")}
        </ButtonLink>
      )}
      {may(person, "export") && (
        <ButtonLink href={`/imports/${found.id}/rejected.csv`} icon="download" download>
          {t("Rejected rows as CSV")}
        </ButtonLink>
      )}
    </>
  );
}

export const mayCorrect = ({ state, applyRequestedAt }: Import, person: Person): boolean =>
  may(person, "imports.run") && mayAsk("correct", state) && applyRequestedAt === null;
