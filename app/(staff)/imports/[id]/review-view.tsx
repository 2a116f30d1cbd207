import { Card, CardGrid } from "#components/card.tsx";
import { Checkbox } from "#components/checkbox.tsx";
import { CountsBar } from "#components/counts-bar.tsx";
import { FormActions } from "#components/form.tsx";
import { formatCount, formatNumber } from "#components/format.ts";
import { Notice } from "#components/notice.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { type Import, leavesTooMany, type Review } from "#lib/imports/import.ts";
import { mayAsk } from "#lib/imports/states.ts";
import { may, type Person } from "#lib/staff/permissions.ts";
import { applyIt, cancelIt, changeColumnsOf } from "./actions.ts";
import { ChangesCard } from "./changes-card.tsx";
import { CommandForm } from "./command-form.tsx";
import { LinesCard } from "./lines-card.tsx";

/** What Apply would do, in numbers and samples; and the buttons. Nothing has changed yet. */
export async function ReviewView({ person, found, mayRun }: { person: Person; found: Import; mayRun: boolean }) {
  const { review } = found;
  if (review === null) return null;
  const waiting = found.applyRequestedAt !== null;
  return (
    <>
      {found.errorMessage && (
        <Notice tone="warn" title="Look again">
          {found.errorMessage}
        </Notice>
      )}
      {waiting && (
        <Notice tone="info" title="Apply was asked for">
          It begins as soon as no other import changes {found.profileName}.
        </Notice>
      )}
      <Card title="What will happen" description="Nothing has changed yet.">
        <CountsBar counts={found} hrefs={hrefsOf(found)} />
        <ul className="mt-4 flex list-disc flex-col gap-1 pl-5">
          {sentences(found, review).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Card>
      <CardGrid>
        <ChangesCard person={person} found={found} review={review} />
        <LinesCard found={found} review={review} mayExport={may(person, "export")} />
      </CardGrid>
      {mayRun && !waiting && <Buttons found={found} review={review} />}
    </>
  );
}

export const hrefsOf = ({ id }: Import) => ({
  rejected: `/imports/${id}/rows?outcome=rejected`,
  duplicate: `/imports/${id}/rows?outcome=duplicate`,
});

function sentences({ action, profileName, ...found }: Import, review: Review): string[] {
  const { newContacts, unsubscribed, bounced, leaving, members } = review;
  const all = [
    action === "unsubscribe"
      ? `${formatCount(found.new + found.updated, "contact")} become unsubscribed, in every profile.`
      : `${profileName} will have ${formatCount(members - leaving + found.new, "contact")}; it has ${formatNumber(members)} now.`,
    newContacts > 0 ? `${formatCount(newContacts, "person is", "people are")} not in the repository yet.` : "",
    leaving > 0
      ? `${formatCount(leaving, "contact leaves", "contacts leave")} ${profileName}. They stay in the repository with their status.`
      : "",
    unsubscribed + bounced > 0 && action !== "unsubscribe"
      ? `${formatCount(unsubscribed, "contact")} of the file are unsubscribed and ${formatNumber(bounced)} bounced: they keep that status.`
      : "",
    found.blank > 0 ? `${formatCount(found.blank, "blank line")} of the file were passed over.` : "",
  ];
  return all.filter((sentence) => sentence !== "");
}

function Buttons({ found, review }: { found: Import; review: Review }) {
  const { id, action, profileName } = found;
  const asksTwice = action === "overwrite" && leavesTooMany(review);
  return (
    <div className="flex flex-col gap-3">
      <CommandForm action={applyIt} importId={id}>
        {asksTwice && (
          <Checkbox
            name="leaving"
            value={review.leaving}
            label={`Yes, let ${formatNumber(review.leaving)} of ${formatNumber(review.members)} contacts leave ${profileName}`}
          />
        )}
        <FormActions>
          <SubmitButton icon="check" variant={asksTwice ? "danger" : "primary"} pending="Applying …">
            Apply
          </SubmitButton>
        </FormActions>
      </CommandForm>
      <div className="flex flex-wrap gap-2">
        {mayAsk("change-columns", found.state) && (
          <CommandForm action={changeColumnsOf} importId={id}>
            <SubmitButton variant="secondary" pending="Going back …">
              Change columns
            </SubmitButton>
          </CommandForm>
        )}
        <CommandForm action={cancelIt} importId={id}>
          <SubmitButton variant="quiet" pending="Cancelling …">
            Cancel the import
          </SubmitButton>
        </CommandForm>
      </div>
    </div>
  );
}
