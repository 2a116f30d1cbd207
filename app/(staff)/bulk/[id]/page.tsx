import type { Metadata } from "next";
import { orNotFound, pagePerson } from "#app/_doors/page.ts";
import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import { contacts } from "#app/(staff)/contacts/bulk/questions.ts";
import { leftInWords, TITLES } from "#app/(staff)/contacts/bulk/words.ts";
import { KeepFresh } from "#app/(staff)/imports/[id]/keep-fresh.tsx";
import { ButtonLink } from "#components/button.tsx";
import { When } from "#components/date-time.tsx";
import { Definition, DefinitionList } from "#components/definition-list.tsx";
import { Notice } from "#components/notice.tsx";
import { Num } from "#components/number.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { Progress } from "#components/progress.tsx";
import type { BulkAction } from "#lib/contacts/bulk/bulk-action.ts";
import { bulkActionById } from "#lib/contacts/bulk/queries.ts";
import { makersOf } from "#lib/imports/makers.ts";
import { idOf } from "#lib/text/id-of.ts";
import { deedInWords } from "../deed-words.ts";
import { BulkStateBadge } from "../state-badge.tsx";

export const metadata: Metadata = { title: "Bulk action" };

/** One action over many contacts: its progress while it runs, its log afterwards. */
export default async function BulkActionPage({ params }: PageProps<"/bulk/[id]">) {
  const person = await pagePerson("contacts.view");
  const action = await orNotFound(bulkActionById(person, idOf((await params).id)));
  const makers = await makersOf([action]);
  const timeZone = environmentTimeZone();
  const list = action.profileId === null ? "/contacts" : `/contacts?profile=${action.profileId}`;
  const works = action.state === "waiting" || action.state === "running";
  return (
    <>
      {works && <KeepFresh />}
      <PageHeader
        title={TITLES[action.deed.kind]}
        badge={<BulkStateBadge state={action.state} />}
        crumbs={[{ href: "/bulk", label: "Bulk actions" }]}
        actions={
          <ButtonLink href={list} icon="contacts">
            List contacts
          </ButtonLink>
        }
      />
      <Outcome action={action} />
      <DefinitionList>
        <Definition term="What">{deedInWords(action)}</Definition>
        <Definition term="Whom">{whom(action)}</Definition>
        <Definition term="Told before">
          <Num value={action.expected} />
        </Definition>
        <Definition term="By">{makers.get(action.id)}</Definition>
        <Definition term="Asked">
          <When value={action.createdAt} timeZone={timeZone} />
        </Definition>
        <Definition term="Ended">
          <When value={action.finishedAt} timeZone={timeZone} empty="not yet" />
        </Definition>
      </DefinitionList>
    </>
  );
}

function Outcome({ action }: { action: BulkAction }) {
  const { state, done, expected, changed, report, errorMessage } = action;
  switch (state) {
    case "waiting":
    case "running":
      return (
        <>
          <Progress id="bulk" label="All of them or nobody" done={done} max={expected} unit="contacts" />
          <Notice>
            {state === "waiting" ? "It waits for its turn, or for an import that changes the profile. " : ""}
            You may close this page: the work goes on, and this log keeps what became of it.
          </Notice>
        </>
      );
    case "done":
      return (
        <Notice
          tone="good"
          title={`${contacts(changed)} ${action.deed.kind === "export" ? "exported" : "changed"}`}
          live
        >
          {report.length === 0 && changed === expected && <p>Exactly as many as was told before.</p>}
          {report.map((left) => (
            <p key={left.reason}>{leftInWords(left)}</p>
          ))}
        </Notice>
      );
    case "failed":
      return (
        <Notice tone="bad" title={action.deed.kind === "export" ? "No whole file" : "Nothing was changed"} live>
          {errorMessage}
        </Notice>
      );
    default:
      return state satisfies never;
  }
}

const whom = ({ profileId, profileName }: BulkAction): string =>
  profileId === null ? "people of the whole repository" : `contacts in ${profileName}`;
