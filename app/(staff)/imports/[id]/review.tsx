import { ButtonLink } from "#components/button.tsx";
import { Card } from "#components/card.tsx";
import { Confirm } from "#components/confirm.tsx";
import { CountsBar } from "#components/counts-bar.tsx";
import { FormActions } from "#components/form.tsx";
import { formatCount, formatNumber, formatShare } from "#components/format.ts";
import { Notice } from "#components/notice.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { type Import, LEAVE_LIMIT, leavesTooMany, type Review as ReviewOf } from "#lib/imports/import.ts";
import { noticeInWords } from "#lib/imports/notices.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { may, type Person } from "#lib/staff/permissions.ts";
import { applyImport, cancelImport, changeColumns } from "./actions.ts";
import { CommandForm } from "./command-form.tsx";
import { LinesByReason } from "./lines-by-reason.tsx";
import { ValuesThatChange, WhoLeaves } from "./review-samples.tsx";
import { VirtualChanges } from "./virtual-changes.tsx";

/** Ready: what Apply would do, before anything has changed. */
export function Review({
  found,
  profile,
  person,
  asksTwice,
}: {
  found: Import;
  profile: Profile | null;
  person: Person;
  asksTwice: boolean;
}) {
  const { review } = found;
  if (!review || !profile)
    return <Notice tone="bad">The profile of this import was deleted. Cancel the import.</Notice>;
  const mayRun = may(person, "imports.run");
  if (asksTwice && mayRun) return <AskTwice found={found} review={review} profile={profile} />;
  return (
    <>
      {found.applyRequestedAt !== null && (
        <Notice title="Apply was asked for" live>
          It waits until another change of {profile.name} has ended, and then starts by itself.
        </Notice>
      )}
      {found.errorMessage && <Notice tone="warn">{found.errorMessage}</Notice>}
      <Card title="What will happen" description={`Nothing is in ${profile.name} yet.`}>
        <div className="flex flex-col gap-4">
          <CountsBar counts={found} hrefs={hrefsOf(found.id)} />
          <ul className="flex max-w-prose list-disc flex-col gap-1 pl-5">
            {[...sentences(found, review, profile), ...noticesIn(found)].map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      </Card>
      {mayRun && found.applyRequestedAt === null && <Buttons found={found} review={review} />}
      <ValuesThatChange found={found} profile={profile} review={review} person={person} />
      <VirtualChanges changes={review.virtual ?? []} />
      {review.leaving > 0 && <WhoLeaves found={found} profile={profile} person={person} />}
      <LinesByReason found={found} mayExport={may(person, "export")} />
    </>
  );
}

const noticesIn = ({ options }: Import): string[] => (options.notices ?? []).map(noticeInWords);

function Buttons({ found, review }: { found: Import; review: ReviewOf }) {
  const { id, action } = found;
  const asksTwice = action === "overwrite" && leavesTooMany(review);
  return (
    <FormActions>
      {asksTwice ? (
        <ButtonLink href={`/imports/${id}?confirm=yes`} variant="primary" icon="arrow-right">
          Apply …
        </ButtonLink>
      ) : (
        <CommandForm action={applyImport} importId={id}>
          <SubmitButton icon="check" pending="Applying …">
            Apply
          </SubmitButton>
        </CommandForm>
      )}
      <CommandForm action={changeColumns} importId={id}>
        <SubmitButton variant="secondary" icon="edit" pending="Going back …">
          Change columns
        </SubmitButton>
      </CommandForm>
      <CommandForm action={cancelImport} importId={id}>
        <SubmitButton variant="quiet" icon="cross" pending="Cancelling …">
          Cancel the import
        </SubmitButton>
      </CommandForm>
    </FormActions>
  );
}

function AskTwice({ found, review, profile }: { found: Import; review: ReviewOf; profile: Profile }) {
  const { leaving, members } = review;
  const stay = found.new + found.updated + found.unchanged;
  return (
    <CommandForm action={applyImport} importId={found.id}>
      <input type="hidden" name="leaving" value={leaving} />
      <Confirm
        title={`Let ${formatCount(leaving, "contact")} leave ${profile.name}?`}
        consequences={[
          `${formatCount(stay, "contact")} will be in the profile: exactly those of the file.`,
          `${formatNumber(leaving)} of ${formatCount(members, "member")} (${formatShare(leaving, members)}) leave it. That is more than ${LEAVE_LIMIT * 100}%. They stay in the repository with their status.`,
          "Until the next import of this profile, or for 30 days, you can undo this.",
        ]}
        submit={`Overwrite, and let ${formatNumber(leaving)} leave`}
        pending="Applying …"
        cancelHref={`/imports/${found.id}`}
      />
    </CommandForm>
  );
}

const hrefsOf = (id: number) => ({
  rejected: `/imports/${id}/rows?outcome=rejected`,
  duplicate: `/imports/${id}/rows?outcome=duplicate`,
});

function sentences(found: Import, review: ReviewOf, { name }: Profile): string[] {
  const { new: added, updated, unchanged, rejected, duplicate, blank } = found;
  const { newContacts, unsubscribed, bounced, leaving, members } = review;
  const all: (string | false)[] = [
    ...actionSentences(found, name),
    newContacts > 0 && `${formatCount(newContacts, "person is", "people are")} new in the repository.`,
    found.action !== "unsubscribe" &&
      unsubscribed > 0 &&
      `${formatCount(unsubscribed, "row is of a person", "rows are of people")} who unsubscribed: they go in, and stay unsubscribed.`,
    bounced > 0 &&
      found.action !== "unsubscribe" &&
      `${formatCount(bounced, "row is of a person", "rows are of people")} whose mail bounced: they go in, and stay bounced.`,
    leaving > 0 &&
      `${formatNumber(leaving)} of ${formatCount(members, "member")} (${formatShare(leaving, members)}) leave ${name}, because the file does not hold them. They stay in the repository.`,
    duplicate > 0 && `${formatCount(duplicate, "row is", "rows are")} replaced by a later row of the same contact.`,
    rejected > 0 && `${formatCount(rejected, "row is", "rows are")} rejected, and will not go in.`,
    blank > 0 && `${formatCount(blank, "blank line")} of the file ${blank === 1 ? "is" : "are"} no row.`,
    added + updated === 0 && leaving === 0 && unchanged > 0 && "Nothing would change: everything is as the file says.",
  ];
  return all.filter((sentence) => sentence !== false);
}

function actionSentences({ action, new: added, updated, unchanged }: Import, name: string): (string | false)[] {
  if (action === "unsubscribe") {
    return [
      updated > 0 && `${formatCount(updated, "contact")} will become unsubscribed, in every profile.`,
      added > 0 && `${formatCount(added, "address", "addresses")} will be kept in the repository as unsubscribed.`,
      unchanged > 0 && `${formatCount(unchanged, "contact is", "contacts are")} unsubscribed already.`,
    ];
  }
  return [
    added > 0 && `${formatCount(added, "contact")} will be added to ${name}.`,
    updated > 0 && `${formatCount(updated, "contact")} will change.`,
    unchanged > 0 &&
      `${formatCount(unchanged, "contact is", "contacts are")} in ${name} already, and ${unchanged === 1 ? "stays" : "stay"} as ${unchanged === 1 ? "it is" : "they are"}.`,
  ];
}
