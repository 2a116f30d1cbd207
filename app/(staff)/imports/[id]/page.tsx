import type { Metadata } from "next";
import { orNotFound, pagePerson } from "#app/_doors/page.ts";
import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import { ImportStateBadge } from "#components/badge.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { Steps } from "#components/steps.tsx";
import { getWords } from "#components/words.ts";
import type { Import } from "#lib/imports/import.ts";
import { makersOf, NOBODY } from "#lib/imports/makers.ts";
import { countCorrected, importById } from "#lib/imports/queries.ts";
import { type ImportState, isWorking } from "#lib/imports/states.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { may, type Person } from "#lib/staff/permissions.ts";
import { idOf } from "#lib/text/id-of.ts";
import { ACTION_NAMES, nameOf, stepsOf } from "../words.ts";
import { ChooseColumns } from "./columns/choose-columns.tsx";
import { Done } from "./done.tsx";
import { Ended } from "./ended.tsx";
import { ImportLog } from "./import-log.tsx";
import { KeepFresh } from "./keep-fresh.tsx";
import { profileOf } from "./profile-of.ts";
import { Review } from "./review.tsx";
import { Working } from "./working.tsx";

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getWords();
  return { title: t("Import") };
};

/** One import: whatever its state asks for, and its log. */
export default async function ImportPage({ params, searchParams }: PageProps<"/imports/[id]">) {
  const person = await pagePerson("imports.view");
  const t = await getWords();
  const found = await orNotFound(importById(person, idOf((await params).id)));
  const profile = await profileOf(person, found);
  const makers = await makersOf([found]);
  const timeZone = environmentTimeZone();
  const step = STEPS[found.state];
  return (
    <>
      <PageHeader
        title={<span className="wrap-anywhere">{nameOf(found, t)}</span>}
        badge={
          // It stays while all else is exchanged, so a screen reader says what the import has come to.
          <span role="status">
            <ImportStateBadge state={found.state} />
          </span>
        }
        description={t("{action} into {profile}", {
          action: t(ACTION_NAMES[found.action]),
          profile: found.profileName,
        })}
        crumbs={[{ href: "/logs", label: t("Logs") }]}
      />
      {step !== undefined && <Steps label={t("The import's steps")} steps={stepsOf(t)} current={step} />}
      {changesByItself(found) && <KeepFresh />}
      <Content found={found} profile={profile} person={person} asked={await searchParams} />
      {found.state !== "columns" && (
        <ImportLog
          found={found}
          profile={profile}
          maker={t.words(makers.get(found.id) ?? NOBODY)}
          corrected={await countCorrected(person, found.id)}
          timeZone={timeZone}
        />
      )}
    </>
  );
}

type Asked = Record<string, string | string[] | undefined>;

function Content({
  found,
  profile,
  person,
  asked,
}: {
  found: Import;
  profile: Profile | null;
  person: Person;
  asked: Asked;
}) {
  const mayRun = may(person, "imports.run");
  switch (found.state) {
    case "receiving":
    case "checking":
    case "applying":
      return <Working found={found} person={person} />;
    case "columns":
      return <ChooseColumns found={found} profile={profile} mayRun={mayRun} />;
    case "ready":
      return <Review found={found} profile={profile} person={person} asksTwice={asked.confirm === "yes"} />;
    case "done":
      return <Done found={found} profile={profile} person={person} />;
    case "undone":
    case "cancelled":
    case "interrupted":
    case "failed":
      return <Ended found={found} profile={profile} mayRun={mayRun} />;
    default:
      return found.state satisfies never;
  }
}

function changesByItself({ state, applyRequestedAt, undoRequestedAt, columnProfiles }: Import): boolean {
  if (state === "columns") return columnProfiles === null;
  return (
    isWorking(state) ||
    (state === "ready" && applyRequestedAt !== null) ||
    (state === "done" && undoRequestedAt !== null)
  );
}

const STEPS: Partial<Record<ImportState, number>> = {
  receiving: 0,
  columns: 1,
  checking: 1,
  ready: 2,
  applying: 3,
  done: 4,
};
