import type { Metadata } from "next";
import { orNotFound, pagePerson } from "#app/_doors/page.ts";
import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import { leftInWords, TITLES } from "#app/(staff)/contacts/bulk/words.ts";
import { KeepFresh } from "#app/(staff)/imports/[id]/keep-fresh.tsx";
import { ButtonLink } from "#components/button.tsx";
import { When } from "#components/date-time.tsx";
import { Definition, DefinitionList } from "#components/definition-list.tsx";
import { Notice } from "#components/notice.tsx";
import { Num } from "#components/number.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { Progress } from "#components/progress.tsx";
import type { Translator } from "#components/words/translator.ts";
import { getWords, useWords } from "#components/words.ts";
import type { BulkAction } from "#lib/contacts/bulk/bulk-action.ts";
import { bulkActionById } from "#lib/contacts/bulk/queries.ts";
import { makersOf, NOBODY } from "#lib/imports/makers.ts";
import { idOf } from "#lib/text/id-of.ts";
import { errorOf } from "../../imports/words.ts";
import { deedInWords } from "../deed-words.ts";
import { BulkStateBadge } from "../state-badge.tsx";

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getWords();
  return { title: t("Bulk action") };
};

/** One action over many contacts: its progress while it runs, its log afterwards. */
export default async function BulkActionPage({ params }: PageProps<"/bulk/[id]">) {
  const person = await pagePerson("contacts.view");
  const action = await orNotFound(bulkActionById(person, idOf((await params).id)));
  const t = await getWords();
  const makers = await makersOf([action]);
  const timeZone = environmentTimeZone();
  const list = action.profileId === null ? "/contacts" : `/contacts?profile=${action.profileId}`;
  const works = action.state === "waiting" || action.state === "running";
  return (
    <>
      {works && <KeepFresh />}
      <PageHeader
        title={t(TITLES[action.deed.kind])}
        badge={<BulkStateBadge state={action.state} />}
        crumbs={[{ href: "/bulk", label: t("Bulk actions") }]}
        actions={
          <ButtonLink href={list} icon="contacts">
            {t("List Contacts")}
          </ButtonLink>
        }
      />
      <Outcome action={action} />
      <DefinitionList>
        <Definition term={t("What")}>{deedInWords(action, t)}</Definition>
        <Definition term={t("Whom")}>{whom(action, t)}</Definition>
        <Definition term={t("Told before")}>
          <Num value={action.expected} />
        </Definition>
        <Definition term={t("By")}>{t.words(makers.get(action.id) ?? NOBODY)}</Definition>
        <Definition term={t("Asked")}>
          <When value={action.createdAt} timeZone={timeZone} />
        </Definition>
        <Definition term={t("Ended")}>
          <When value={action.finishedAt} timeZone={timeZone} empty={t("not yet")} />
        </Definition>
      </DefinitionList>
    </>
  );
}

function Outcome({ action }: { action: BulkAction }) {
  const t = useWords();
  const { state, done, expected, changed, report } = action;
  switch (state) {
    case "waiting":
    case "running":
      return (
        <>
          <Progress id="bulk" label={t("All of them or nobody")} done={done} max={expected} unit={t("contacts")} />
          <Notice>
            {state === "waiting" && `${t("It waits for its turn, or for an import that changes the profile.")} `}
            {t("You may close this page: the work goes on, and this log keeps what became of it.")}
          </Notice>
        </>
      );
    case "done":
      return (
        <Notice
          tone="good"
          title={
            action.deed.kind === "export"
              ? t("{count, plural, one {# contact} other {# contacts}} exported", { count: changed })
              : t("{count, plural, one {# contact} other {# contacts}} changed", { count: changed })
          }
          live
        >
          {report.length === 0 && changed === expected && <p>{t("Exactly as many as was told before.")}</p>}
          {report.map((left) => (
            <p key={left.reason}>{leftInWords(left, t)}</p>
          ))}
        </Notice>
      );
    case "failed":
      return (
        <Notice tone="bad" title={action.deed.kind === "export" ? t("No whole file") : t("Nothing was changed")} live>
          {errorOf(action, t)}
        </Notice>
      );
    default:
      return state satisfies never;
  }
}

const whom = ({ profileId, profileName }: BulkAction, t: Translator): string =>
  profileId === null ? t("people of the whole repository") : t("contacts in {name}", { name: profileName });
