import { ButtonLink } from "#components/button.tsx";
import { Card, CardGrid } from "#components/card.tsx";
import { CountsBar } from "#components/counts-bar.tsx";
import { formatCount } from "#components/format.ts";
import { Notice } from "#components/notice.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import type { Import } from "#lib/imports/import.ts";
import { mayUndo } from "#lib/imports/undo/request-undo.ts";
import { undoIt } from "./actions.ts";
import { CommandForm } from "./command-form.tsx";
import { LinesCard } from "./lines-card.tsx";
import { hrefsOf } from "./review-view.tsx";

type Props = { found: Import; mayRun: boolean; mayExport: boolean };

/** What an import did, and the way back. */
export async function DoneView({ found, mayRun, mayExport }: Props) {
  const { id, profileId, profileName, action, origin, reference } = found;
  const why = await mayUndo(found);
  const again = new URLSearchParams({
    profile: String(profileId),
    action,
    origin: origin === "api" ? "csv" : origin,
    reference,
  });
  return (
    <>
      {found.errorMessage && <Notice tone="warn">{found.errorMessage}</Notice>}
      <Notice
        tone="good"
        title={titleOf(found)}
        actions={
          <>
            <ButtonLink size="sm" href={`/contacts?profile=${profileId}`}>
              See the contacts
            </ButtonLink>
            {mayRun && (
              <ButtonLink size="sm" href={`/imports/new?${again}`}>
                Import more
              </ButtonLink>
            )}
          </>
        }
      >
        {found.rejected > 0
          ? `${formatCount(found.rejected, "row")} of the file could not go in; they are listed below with the reason.`
          : `Every row of the file is accounted for.`}
      </Notice>
      <CardGrid>
        <Card title="What became of the lines">
          <CountsBar counts={found} hrefs={hrefsOf(found)} />
        </Card>
        {found.review && <LinesCard found={found} review={found.review} mayExport={mayExport} />}
      </CardGrid>
      {mayRun && (
        <Card title="Undo" description={why ?? undoWords(found)}>
          {found.undoRequestedAt !== null ? (
            <p>Undoing …</p>
          ) : (
            why === null && (
              <CommandForm action={undoIt} importId={id}>
                <div>
                  <SubmitButton variant="secondary" icon="undo" pending="Undoing …">
                    {`Undo this import into ${profileName}`}
                  </SubmitButton>
                </div>
              </CommandForm>
            )
          )}
        </Card>
      )}
    </>
  );
}

function titleOf({ action, profileName, new: added, updated }: Import): string {
  if (action === "unsubscribe") return `${formatCount(added + updated, "contact is", "contacts are")} unsubscribed now`;
  const changed = updated > 0 ? `, ${formatCount(updated, "was", "were")} updated` : "";
  return `${formatCount(added, "contact was", "contacts were")} added to ${profileName}${changed}`;
}

function undoWords({ action, new: added, updated }: Import): string {
  const rest =
    "What somebody edited since stays as edited. It can be done until the next import of the profile, or for 30 days.";
  if (action === "unsubscribe")
    return `${formatCount(updated, "contact gets", "contacts get")} the status back that they had. ${rest}`;
  if (action === "overwrite") return `The profile becomes what it was before this import. ${rest}`;
  return `${formatCount(added, "contact leaves", "contacts leave")} again, and ${formatCount(updated, "contact gets", "contacts get")} the old values back. ${rest}`;
}
