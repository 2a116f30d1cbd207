import type { Metadata } from "next";
import { orNotFound, pagePerson } from "#app/_doors/page.ts";
import { ButtonLink } from "#components/button.tsx";
import { EmptyState } from "#components/empty-state.tsx";
import { formatCount } from "#components/format.ts";
import { PageHeader } from "#components/page-header.tsx";
import { Pager } from "#components/pager.tsx";
import type { Import } from "#lib/imports/import.ts";

import { importById, type LineFilter, listLines } from "#lib/imports/queries.ts";
import { mayAsk } from "#lib/imports/states.ts";
import { staffNames } from "#lib/staff/names.ts";
import { may } from "#lib/staff/permissions.ts";
import { idOf } from "#lib/text/id-of.ts";
import { nameOf } from "../../words.ts";
import { profileOf } from "../profile-of.ts";
import { ReasonFilter } from "../reason-filter.tsx";
import { reasonTitle } from "../reason-titles.ts";
import { LineTable } from "./line-table.tsx";

export const metadata: Metadata = { title: "Rows of an import" };

const PAGE = 100;
const TITLES = {
  rejected: "Rejected rows",
  duplicate: "Duplicate rows",
  warning: "Rows with warnings",
  corrected: "Corrected rows",
} as const;
type Outcome = keyof typeof TITLES;

export default async function RowsPage({ params, searchParams }: PageProps<"/imports/[id]/rows">) {
  const person = await pagePerson("imports.view");
  const found = await orNotFound(importById(person, idOf((await params).id)));
  const { outcome: asked, reason: word, after } = await searchParams;
  const outcome: Outcome = typeof asked === "string" && Object.hasOwn(TITLES, asked) ? (asked as Outcome) : "rejected";
  const reason = typeof word === "string" && /^\w{1,40}$/.test(word) ? word : undefined;
  const { items, more } = await listLines(person, found.id, { outcome, reason, after: placeOf(after), limit: PAGE });
  const profile = await profileOf(person, found);
  const last = items.at(-1);
  const address = (place?: string) =>
    `/imports/${found.id}/rows?${new URLSearchParams({ outcome, ...(reason ? { reason } : {}), ...(place ? { after: place } : {}) })}`;
  return (
    <>
      <PageHeader
        title={TITLES[outcome]}
        description={reason ? reasonTitle(reason) : "In the order of the file."}
        crumbs={[
          { href: "/logs", label: "Logs" },
          { href: `/imports/${found.id}`, label: nameOf(found) },
        ]}
        actions={
          outcome === "rejected" && (
            <RejectedActions
              found={found}
              mayCorrect={may(person, "imports.run")}
              mayExport={may(person, "export")}
              reason={reason}
            />
          )
        }
      />
      {outcome === "rejected" && <ReasonFilter found={found} action={`/imports/${found.id}/rows`} reason={reason} />}
      {items.length === 0 ? (
        <EmptyState icon="check" title="No such rows">
          Every other row of the file went its way.
        </EmptyState>
      ) : (
        <>
          <LineTable
            outcome={outcome}
            lines={items}
            found={found}
            profile={profile}
            names={await staffNames(items.flatMap(({ correctedBy }) => correctedBy ?? []))}
          />
          <Pager
            label="Rows"
            position={`${formatCount(items.length, "row")} on this page`}
            previous={after === undefined ? undefined : address()}
            next={more && last ? address(`${last.line}-${last.place}`) : undefined}
          />
        </>
      )}
    </>
  );
}

function RejectedActions({
  found: { id, state, applyRequestedAt, rejected },
  mayCorrect,
  mayExport,
  reason,
}: {
  found: Import;
  mayCorrect: boolean;
  mayExport: boolean;
  reason: string | undefined;
}) {
  if (rejected === 0) return null;
  return (
    <>
      {mayCorrect && mayAsk("correct", state) && applyRequestedAt === null && (
        <ButtonLink href={`/imports/${id}/correct${reason ? `?reason=${reason}` : ""}`} variant="primary" icon="edit">
          Correct these rows
        </ButtonLink>
      )}
      {mayExport && (
        <ButtonLink href={`/imports/${id}/rejected.csv`} icon="download" download>
          Rejected rows as CSV
        </ButtonLink>
      )}
    </>
  );
}

/** `17-3`: the line and the column's place of the last row of the page before. */
function placeOf(after: string | string[] | undefined): LineFilter["after"] {
  const found = typeof after === "string" ? /^(\d{1,12})-(\d{1,5})$/.exec(after) : null;
  return found ? { line: Number(found[1]), place: Number(found[2]) } : undefined;
}
