import type { Metadata } from "next";
import { orNotFound, pagePerson } from "#app/_doors/page.ts";
import { ImportStateBadge } from "#components/badge.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { Steps } from "#components/steps.tsx";
import type { Import } from "#lib/imports/import.ts";
import { importById } from "#lib/imports/queries.ts";
import { isWorking } from "#lib/imports/states.ts";
import { may, type Person } from "#lib/staff/permissions.ts";
import { idOf } from "#lib/text/id-of.ts";
import { ACTION_NAMES } from "../new/choices.ts";
import { ColumnsView } from "./columns-view.tsx";
import { DoneView } from "./done-view.tsx";
import { EndedView } from "./ended-view.tsx";
import { ImportFacts } from "./import-facts.tsx";
import { KeepFresh } from "./keep-fresh.tsx";
import { ReviewView } from "./review-view.tsx";
import { WorkingView } from "./working-view.tsx";

export const metadata: Metadata = { title: "Import" };

/** One import from upload to undo; when it is over, its log. */
export default async function ImportPage({ params }: PageProps<"/imports/[id]">) {
  const person = await pagePerson("imports.view");
  const found = await orNotFound(importById(person, idOf((await params).id)));
  const { state, reference, fileName, profileName, action } = found;
  const waits = found.applyRequestedAt !== null && state === "ready";
  const undoing = found.undoRequestedAt !== null && state === "done";
  const profiling = state === "columns" && found.columnProfiles === null;
  return (
    <>
      <PageHeader
        title={reference || fileName || `Import ${found.id}`}
        badge={<ImportStateBadge state={state} />}
        description={`${ACTION_NAMES[action]} into ${profileName}`}
        crumbs={[{ href: "/logs", label: "Logs" }]}
      />
      <Steps label="The import's steps" steps={["Upload", "Columns", "Review", "Apply"]} current={STEP[state]} />
      {(isWorking(state) || waits || undoing || profiling) && <KeepFresh />}
      <StateView person={person} found={found} />
      <ImportFacts found={found} />
    </>
  );
}

const STEP: Record<Import["state"], number> = {
  receiving: 0,
  columns: 1,
  checking: 2,
  ready: 2,
  applying: 3,
  done: 4,
  undone: 4,
  cancelled: 4,
  interrupted: 0,
  failed: 2,
};

function StateView({ person, found }: { person: Person; found: Import }) {
  const mayRun = may(person, "imports.run");
  switch (found.state) {
    case "receiving":
    case "checking":
    case "applying":
      return <WorkingView found={found} mayRun={mayRun} />;
    case "columns":
      return <ColumnsView person={person} found={found} mayRun={mayRun} />;
    case "ready":
      return <ReviewView person={person} found={found} mayRun={mayRun} />;
    case "done":
      return <DoneView found={found} mayRun={mayRun} mayExport={may(person, "export")} />;
    case "undone":
    case "cancelled":
    case "interrupted":
    case "failed":
      return <EndedView found={found} mayRun={mayRun} />;
    default:
      return found.state satisfies never;
  }
}
