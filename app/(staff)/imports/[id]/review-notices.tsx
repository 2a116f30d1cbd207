import { formatCount } from "#components/format.ts";
import { Notice } from "#components/notice.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { TextLink } from "#components/text-link.tsx";
import type { Import } from "#lib/imports/import.ts";
import { importsAhead } from "#lib/imports/waiting.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import type { Person } from "#lib/staff/permissions.ts";
import { nameOf } from "../words.ts";
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
  if (found.applyRequestedAt !== null) return <Queue found={found} profile={profile} person={person} />;
  const again = mayRun && <CheckAgain importId={found.id} />;
  return (
    <>
      {found.errorMessage && <Notice tone="warn">{found.errorMessage}</Notice>}
      {unchecked > 0 && (
        <Notice
          tone="warn"
          title={`${formatCount(unchecked, "row was corrected", "rows were corrected")} since these numbers were counted`}
          actions={again}
        >
          They join the import once it is checked again. Apply waits for that.
        </Notice>
      )}
      {unchecked === 0 && profile.revision !== found.reviewedRevision && (
        <Notice tone="warn" title={`${profile.name} has changed since these numbers were counted`} actions={again}>
          Check again to see what would happen now. Apply counts anew too, and asks you when a number is another one.
        </Notice>
      )}
    </>
  );
}

export function CheckAgain({ importId }: { importId: number }) {
  return (
    <CommandForm action={checkImportAgain} importId={importId}>
      <SubmitButton icon="refresh" pending="Starting the check …">
        Check again
      </SubmitButton>
    </CommandForm>
  );
}

/** Apply was asked for and has not begun: its place, and what has to end before. */
async function Queue({ found, profile, person }: { found: Import; profile: Profile; person: Person }) {
  const ahead = await importsAhead(person, found);
  if (ahead.length === 0) {
    return (
      <Notice title="Apply was asked for" live>
        It starts by itself as soon as other work has ended. You may close this page.
      </Notice>
    );
  }
  return (
    <Notice title={`Number ${ahead.length + 1} in the queue of ${profile.name}`} live>
      <p>Imports of one profile run one after another. This one starts by itself when these have ended:</p>
      <ol className="list-decimal pl-5">
        {ahead.map((each) => (
          <li key={each.id}>
            <TextLink href={`/imports/${each.id}`}>{nameOf(each)}</TextLink>, {AT_WORK[each.state] ?? "waits"}
          </li>
        ))}
      </ol>
    </Notice>
  );
}

const AT_WORK: Partial<Record<Import["state"], string>> = { applying: "is being applied", done: "is being undone" };
