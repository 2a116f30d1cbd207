import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import { ButtonLink } from "#components/button.tsx";
import { Card } from "#components/card.tsx";
import { CountsBar } from "#components/counts-bar.tsx";
import { formatCount, formatDateTime, formatNumber } from "#components/format.ts";
import { Notice } from "#components/notice.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { KEEP_DAYS } from "#lib/imports/forget-old-imports.ts";
import type { Import } from "#lib/imports/import.ts";
import { editsSince, undoProblem } from "#lib/imports/undo/undo-forecast.ts";
import { type Dependent, namesInWords } from "#lib/profiles/dependents.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { whatAsksForImport } from "#lib/profiles/what-deletion-ends.ts";
import { may, type Person } from "#lib/staff/permissions.ts";
import { undoImport } from "./actions.ts";
import { CommandForm } from "./command-form.tsx";
import { importMoreHref } from "./import-more.ts";
import { LinesByReason } from "./lines-by-reason.tsx";
import { rowsHrefs } from "./rows-hrefs.ts";

/** Done: what happened, and the ways on: import more, or undo. */
export async function Done({ found, profile, person }: { found: Import; profile: Profile | null; person: Person }) {
  const mayRun = may(person, "imports.run") && profile !== null;
  const why = mayRun ? await undoProblem(found) : null;
  const canUndo = mayRun && why === null && found.undoRequestedAt === null;
  return (
    <>
      {found.undoRequestedAt !== null && !found.errorMessage && (
        <Notice title="The import is being undone" live>
          You may close this page.
        </Notice>
      )}
      <Notice
        tone="good"
        title={happened(found)}
        actions={
          mayRun && (
            <>
              <ButtonLink href={importMoreHref(found)} icon="import">
                Import more
              </ButtonLink>
              <ButtonLink href={`/contacts?profile=${found.profileId}`} icon="contacts">
                See the contacts
              </ButtonLink>
            </>
          )
        }
      >
        {why?.message ?? found.errorMessage ?? (found.rejected === 0 && "Every row of the file is accounted for.")}
      </Notice>
      <Card title="What became of the rows">
        <CountsBar counts={found} hrefs={rowsHrefs(found)} />
      </Card>
      <LinesByReason found={found} mayExport={may(person, "export")} />
      {canUndo && <Undo found={found} profile={profile} person={person} />}
    </>
  );
}

/** What undo would take back, and which edits it keeps: said before the button is pressed. */
async function Undo({ found, profile, person }: { found: Import; profile: Profile; person: Person }) {
  const { kept, count } = await editsSince(person, found, profile);
  const dependents = await whatAsksForImport(person, found.id);
  const more = count > kept.length ? `, and ${formatNumber(count - kept.length)} more` : "";
  const keeps = `${formatCount(count, "contact was", "contacts were")} edited since. What was edited stays as it is now: ${kept.join(", ")}${more}.`;
  return (
    <Card title="Undo" description={untilWhen(found)}>
      <CommandForm action={undoImport} importId={found.id}>
        <ul className="flex max-w-prose list-disc flex-col gap-1 pl-5">
          {[...takesBack(found), ...(count > 0 ? [keeps] : []), ...askFor(dependents)].map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <div>
          <SubmitButton variant="secondary" icon="undo" pending="Undoing …">
            {`Undo this import into ${profile.name}`}
          </SubmitButton>
        </div>
      </CommandForm>
    </Card>
  );
}

/** Virtual profiles whose rules name the import. */
function askFor(dependents: readonly Dependent[]): string[] {
  if (dependents.length === 0) return [];
  return [
    `Rules ask who came with this import, and then nobody did: those of ${namesInWords(dependents)} mean other people afterwards.`,
  ];
}

function takesBack({ action, new: added, updated, review }: Import): string[] {
  switch (action) {
    case "overwrite":
      return [
        `The profile returns as it was, with its ${formatCount(review?.members ?? 0, "member")}: also those who were taken out of it since.`,
        `${formatCount(added, "contact")} that came with the import ${added === 1 ? "leaves" : "leave"} it.`,
      ];
    case "unsubscribe":
      return [`${formatCount(updated, "contact gets its", "contacts get their")} status from before back.`];
    default:
      return [
        `${formatCount(added, "contact")} that the import added ${added === 1 ? "leaves" : "leave"} the profile.`,
        ...(updated > 0
          ? [`${formatCount(updated, "contact gets its", "contacts get their")} values from before back.`]
          : []),
      ];
  }
}

function happened({ action, new: added, updated, profileName, review }: Import): string {
  if (action === "unsubscribe") return `${formatCount(added + updated, "contact was", "contacts were")} unsubscribed`;
  const left = review?.leaving ? `, ${formatNumber(review.leaving)} left` : "";
  if (added + updated === 0 && left === "") return `Nothing changed in ${profileName}`;
  return `${formatCount(added, "contact was", "contacts were")} added to ${profileName}, ${formatNumber(updated)} changed${left}`;
}

function untilWhen({ appliedAt }: Import): string {
  const until = new Date((appliedAt ?? new Date()).getTime() + KEEP_DAYS * 86_400_000);
  return `It can be undone until the next import into this profile, or ${formatDateTime(until, environmentTimeZone(), "date")}.`;
}
