import { Fragment } from "react";
import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import { ButtonLink } from "#components/button.tsx";
import { Card } from "#components/card.tsx";
import { CountsBar } from "#components/counts-bar.tsx";
import { Notice } from "#components/notice.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { TextLink } from "#components/text-link.tsx";
import type { Translator } from "#components/words/translator.ts";
import { getWords, useWords } from "#components/words.ts";
import { KEEP_DAYS } from "#lib/imports/forget-old-imports.ts";
import type { Import } from "#lib/imports/import.ts";
import { type Edits, editsSince, undoProblem } from "#lib/imports/undo/undo-forecast.ts";
import { type Dependent, quoted } from "#lib/profiles/dependents.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { whatAsksForImport } from "#lib/profiles/what-deletion-ends.ts";
import { may, type Person } from "#lib/staff/permissions.ts";
import { errorOf } from "../words.ts";
import { undoImport } from "./actions.ts";
import { CommandForm } from "./command-form.tsx";
import { importMoreHref } from "./import-more.ts";
import { KeepFresh } from "./keep-fresh.tsx";
import { LinesByReason } from "./lines-by-reason.tsx";
import { rowsHrefs } from "./rows-hrefs.ts";

/** Done: what happened, and the ways on: import more, or undo. */
export async function Done({ found, profile, person }: { found: Import; profile: Profile | null; person: Person }) {
  const t = await getWords();
  const mayRun = may(person, "imports.run") && profile !== null;
  const why = mayRun ? await undoProblem(found) : null;
  const canUndo = mayRun && why === null && found.undoRequestedAt === null;
  return (
    <>
      {found.undoRequestedAt !== null && !found.errorMessage && (
        <Notice title={t("The import is being undone")} live>
          {t("You may close this page.")}
        </Notice>
      )}
      <Notice
        tone="good"
        title={happened(found, t)}
        actions={
          mayRun && (
            <>
              <ButtonLink href={importMoreHref(found)} icon="import">
                {t("Import more")}
              </ButtonLink>
              <ButtonLink href={`/contacts?profile=${found.profileId}`} icon="contacts">
                {t("See the contacts")}
              </ButtonLink>
            </>
          )
        }
      >
        {why
          ? t.words(why.words)
          : (errorOf(found, t) ?? (found.rejected === 0 && t("Every row of the file is accounted for.")))}
      </Notice>
      <Card title={t("What became of the rows")}>
        <CountsBar counts={found} hrefs={rowsHrefs(found)} />
      </Card>
      <LinesByReason found={found} person={person} />
      {canUndo && <Undo found={found} profile={profile} person={person} />}
    </>
  );
}

/** What undo would take back, and which edits it keeps: said before the button is pressed. */
async function Undo({ found, profile, person }: { found: Import; profile: Profile; person: Person }) {
  const t = await getWords();
  const edits = await editsSince(person, found, profile);
  if (!edits) return <KeepFresh />;
  const dependents = await whatAsksForImport(person, found.id);
  const sentences = [...takesBack(found, t), ...askFor(dependents, t)];
  return (
    <Card title={t("Undo")} description={untilWhen(found, t)}>
      <CommandForm action={undoImport} importId={found.id}>
        <ul className="flex max-w-prose list-disc flex-col gap-1 pl-5">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
          {edits.count > 0 && <Keeps edits={edits} />}
        </ul>
        <div>
          <SubmitButton variant="secondary" icon="undo" pending={t("Undoing …")}>
            {t("Undo this import into {name}", { name: profile.name })}
          </SubmitButton>
        </div>
      </CommandForm>
    </Card>
  );
}

/** What somebody edited since the import: the first few, each with the way to the values that stay. */
function Keeps({ edits: { kept, count } }: { edits: Edits }) {
  const t = useWords();
  const more = count - kept.length;
  return (
    <li>
      {t(
        "{count, plural, one {# contact was} other {# contacts were}} edited since. What was edited stays as it is now:",
        { count },
      )}{" "}
      {kept.map(({ key, contactId }, at) => (
        <Fragment key={key}>
          {at > 0 && ", "}
          <TextLink href={`/contacts/${contactId}`}>{key}</TextLink>
        </Fragment>
      ))}
      {more > 0 && `, ${t("and {count, number} more", { count: more })}`}
    </li>
  );
}

/** Virtual profiles whose rules name the import. */
function askFor(dependents: readonly Dependent[], t: Translator): string[] {
  if (dependents.length === 0) return [];
  return [
    t("Rules ask who came with this import, and then nobody did: those of {names} mean other people afterwards.", {
      names: t.list(quoted(dependents)),
    }),
  ];
}

function takesBack({ action, new: added, updated, review }: Import, t: Translator): string[] {
  switch (action) {
    case "overwrite":
      return [
        t(
          "The profile returns as it was, with its {count, plural, one {# member} other {# members}}: also those who were taken out of it since.",
          { count: review?.members ?? 0 },
        ),
        t(
          "{count, plural, one {# contact that came with the import leaves} other {# contacts that came with the import leave}} it.",
          { count: added },
        ),
      ];
    case "unsubscribe":
      return [
        t("{count, plural, one {# contact gets its} other {# contacts get their}} status from before back.", {
          count: updated,
        }),
      ];
    default:
      return [
        t(
          "{count, plural, one {# contact that the import added leaves} other {# contacts that the import added leave}} the profile.",
          { count: added },
        ),
        ...(updated > 0
          ? [
              t("{count, plural, one {# contact gets its} other {# contacts get their}} values from before back.", {
                count: updated,
              }),
            ]
          : []),
      ];
  }
}

function happened({ action, new: added, updated, profileName: name, review }: Import, t: Translator): string {
  const left = review?.leaving ?? 0;
  if (action === "unsubscribe")
    return t("{count, plural, one {# contact was} other {# contacts were}} unsubscribed", { count: added + updated });
  if (added + updated + left === 0) return t("Nothing changed in {name}", { name });
  if (left === 0)
    return t(
      "{added, plural, one {# contact was} other {# contacts were}} added to {name}, {updated, number} changed",
      {
        added,
        updated,
        name,
      },
    );
  return t(
    "{added, plural, one {# contact was} other {# contacts were}} added to {name}, {updated, number} changed, {left, number} left",
    { added, updated, name, left },
  );
}

function untilWhen({ appliedAt }: Import, t: Translator): string {
  const until = new Date((appliedAt ?? new Date()).getTime() + KEEP_DAYS * 86_400_000);
  return t("It can be undone until the next import into this profile, or {date}.", {
    date: t.dateTime(until, environmentTimeZone(), "date"),
  });
}
