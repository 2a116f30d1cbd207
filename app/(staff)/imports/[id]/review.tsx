import { ButtonLink } from "#components/button.tsx";
import { Card } from "#components/card.tsx";
import { CountsBar } from "#components/counts-bar.tsx";
import { FormActions } from "#components/form.tsx";
import { Notice } from "#components/notice.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import type { Translator } from "#components/words/translator.ts";
import { getWords, useWords } from "#components/words.ts";
import { countUnchecked } from "#lib/imports/correct/check-again.ts";
import { type Import, type Review as ImportReview, leavesTooMany } from "#lib/imports/import.ts";
import { noticeInWords } from "#lib/imports/notices.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { may, type Person } from "#lib/staff/permissions.ts";
import { applyImport, cancelImport, changeColumns } from "./actions.ts";
import { AskTwice } from "./ask-twice.tsx";
import { CommandForm } from "./command-form.tsx";
import { HowRead } from "./how-read.tsx";
import { LinesByReason } from "./lines-by-reason.tsx";
import { ReviewNotices } from "./review-notices.tsx";
import { ValuesThatChange, WhoLeaves } from "./review-samples.tsx";
import { reviewSentences } from "./review-sentences.ts";
import { rowsHrefs } from "./rows-hrefs.ts";
import { VirtualChanges } from "./virtual-changes.tsx";
import { WhoIsNew } from "./who-is-new.tsx";

/** Ready: what Apply would do, before anything has changed. */
export async function Review({
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
  const t = await getWords();
  const { review } = found;
  if (!review || !profile)
    return <Notice tone="bad">{t("The profile of this import was deleted. Cancel the import.")}</Notice>;
  const mayRun = may(person, "imports.run");
  const waits = found.applyRequestedAt !== null;
  if (asksTwice && mayRun && !waits && mustAskTwice(found, review))
    return <AskTwice found={found} review={review} profile={profile} />;
  const unchecked = await countUnchecked(person, found);
  return (
    <>
      <ReviewNotices found={found} profile={profile} person={person} unchecked={unchecked} mayRun={mayRun} />
      <Card title={t("What will happen")} description={t("Nothing has changed in {name} yet.", { name: profile.name })}>
        <div className="grid min-w-0 grid-cols-1 gap-x-10 gap-y-4 xl:grid-cols-2">
          <CountsBar counts={found} hrefs={rowsHrefs(found)} />
          <ul className="flex max-w-prose list-disc flex-col gap-1 pl-5">
            {[...reviewSentences(found, review, profile, t), ...noticesIn(found, t)].map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      </Card>
      {mayRun && !waits && <Buttons found={found} asksTwice={mustAskTwice(found, review)} unchecked={unchecked} />}
      <LinesByReason found={found} person={person} />
      {review.leaving > 0 && <WhoLeaves found={found} profile={profile} person={person} />}
      <ValuesThatChange found={found} profile={profile} review={review} person={person} />
      <VirtualChanges changes={review.virtual ?? []} />
      {found.new > 0 && <WhoIsNew found={found} profile={profile} person={person} />}
      <HowRead found={found} profile={profile} person={person} />
    </>
  );
}

const mustAskTwice = ({ action }: Import, review: ImportReview): boolean =>
  action === "overwrite" && leavesTooMany(review);

const noticesIn = ({ options }: Import, t: Translator): string[] =>
  (options.notices ?? []).map((notice) => t.words(noticeInWords(notice)));

function Buttons({ found, asksTwice, unchecked }: { found: Import; asksTwice: boolean; unchecked: number }) {
  const t = useWords();
  const { id, rejected } = found;
  return (
    <FormActions>
      {asksTwice && unchecked === 0 && (
        <ButtonLink href={`/imports/${id}?confirm=yes`} variant="primary" icon="arrow-right">
          {t("Apply …")}
        </ButtonLink>
      )}
      {!asksTwice && unchecked === 0 && (
        <CommandForm action={applyImport} importId={id}>
          <SubmitButton icon="check" pending={t("Applying …")}>
            {t("Apply")}
          </SubmitButton>
        </CommandForm>
      )}
      {rejected > 0 && (
        <ButtonLink href={`/imports/${id}/correct`} icon="edit">
          {t("{count, plural, one {Correct the rejected row} other {Correct # rejected rows}}", { count: rejected })}
        </ButtonLink>
      )}
      <CommandForm action={changeColumns} importId={id}>
        <SubmitButton variant="secondary" icon="settings" pending={t("Going back …")}>
          {t("Change columns")}
        </SubmitButton>
      </CommandForm>
      <CommandForm action={cancelImport} importId={id}>
        <SubmitButton variant="quiet" icon="cross" pending={t("Cancelling …")}>
          {t("Cancel the import")}
        </SubmitButton>
      </CommandForm>
    </FormActions>
  );
}
