import { Notice } from "#components/notice.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { TextLink } from "#components/text-link.tsx";
import { getWords, useWords } from "#components/words.ts";
import type { Import } from "#lib/imports/import.ts";
import { importsAhead } from "#lib/imports/waiting.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import type { Person } from "#lib/staff/permissions.ts";
import { say } from "#lib/text/words.ts";
import { errorOf, nameOf } from "../words.ts";
import { checkImportAgain } from "./actions.ts";
import { CommandForm } from "./command-form.tsx";

/** What stands between the numbers of a review and its Apply: a turn to wait for, or numbers that are old. */
export function ReviewNotices({
  found,
  profile,
  person,
  unchecked,
  mayRun,
}: {
  found: Import;
  profile: Profile;
  person: Person;
  unchecked: number;
  mayRun: boolean;
}) {
  const t = useWords();
  if (found.applyRequestedAt !== null) return <Queue found={found} profile={profile} person={person} />;
  const why = errorOf(found, t);
  const again = mayRun && <CheckAgain importId={found.id} />;
  return (
    <>
      {why && <Notice tone="warn">{why}</Notice>}
      {unchecked > 0 && (
        <Notice
          tone="warn"
          title={t("{count, plural, one {# row was} other {# rows were}} corrected since these numbers were counted", {
            count: unchecked,
          })}
          actions={again}
        >
          {t("They join the import once it is checked again. Apply waits for that.")}
        </Notice>
      )}
      {unchecked === 0 && profile.revision !== found.reviewedRevision && (
        <Notice
          tone="warn"
          title={t("{name} has changed since these numbers were counted", { name: profile.name })}
          actions={again}
        >
          {t(
            "Check again to see what would happen now. Apply counts anew too, and asks you when a number is another one.",
          )}
        </Notice>
      )}
    </>
  );
}

export function CheckAgain({ importId }: { importId: number }) {
  const t = useWords();
  return (
    <CommandForm action={checkImportAgain} importId={importId}>
      <SubmitButton icon="refresh" pending={t("Starting the check …")}>
        {t("Check again")}
      </SubmitButton>
    </CommandForm>
  );
}

/** Apply was asked for and has not begun: its place, and what has to end before. */
async function Queue({ found, profile, person }: { found: Import; profile: Profile; person: Person }) {
  const t = await getWords();
  const ahead = await importsAhead(person, found);
  if (ahead.length === 0) {
    return (
      <Notice title={t("Apply was asked for")} live>
        {t("It starts by itself as soon as other work has ended. You may close this page.")}
      </Notice>
    );
  }
  return (
    <Notice
      title={t("Number {place, number} in the queue of {name}", { place: ahead.length + 1, name: profile.name })}
      live
    >
      <p>{t("Imports of one profile run one after another. This one starts by itself when these have ended:")}</p>
      <ol className="list-decimal pl-5">
        {ahead.map((each) => (
          <li key={each.id}>
            {t.rich(AT_WORK[each.state] ?? say("<link>{name}</link>, waits"), {
              name: nameOf(each, t),
              link: (words) => <TextLink href={`/imports/${each.id}`}>{words}</TextLink>,
            })}
          </li>
        ))}
      </ol>
    </Notice>
  );
}

const AT_WORK: Partial<Record<Import["state"], string>> = {
  applying: say("<link>{name}</link>, is being applied"),
  done: say("<link>{name}</link>, is being undone"),
};
