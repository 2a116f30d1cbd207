import type { Metadata } from "next";
import { orNotFound, pagePerson } from "#app/_doors/page.ts";
import { EmptyState } from "#components/empty-state.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { Pager } from "#components/pager.tsx";
import { getWords } from "#components/words.ts";
import { importById, type LineFilter, listLines } from "#lib/imports/queries.ts";
import { staffNames } from "#lib/staff/names.ts";
import { idOf } from "#lib/text/id-of.ts";
import { say } from "#lib/text/words.ts";
import { nameOf } from "../../words.ts";
import { profileOf } from "../profile-of.ts";
import { ReasonFilter } from "../reason-filter.tsx";
import { reasonTitle } from "../reason-titles.ts";
import { RejectedActions } from "../rejected-actions.tsx";
import { LineTable } from "./line-table.tsx";

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getWords();
  return { title: t("Rows of an import") };
};

const PAGE = 100;
const TITLES = {
  rejected: say("Rejected rows"),
  duplicate: say("Duplicate rows"),
  warning: say("Rows with warnings"),
  corrected: say("Corrected rows"),
} as const;
type Outcome = keyof typeof TITLES;

export default async function RowsPage({ params, searchParams }: PageProps<"/imports/[id]/rows">) {
  const person = await pagePerson("imports.view");
  const t = await getWords();
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
        title={t(TITLES[outcome])}
        description={reason ? reasonTitle(reason, t) : t("In the order of the file.")}
        crumbs={[
          { href: "/logs", label: t("Logs") },
          { href: `/imports/${found.id}`, label: nameOf(found, t) },
        ]}
        actions={outcome === "rejected" && <RejectedActions found={found} person={person} reason={reason} />}
      />
      {outcome === "rejected" && <ReasonFilter found={found} action={`/imports/${found.id}/rows`} reason={reason} />}
      {items.length === 0 ? (
        <EmptyState icon="check" title={t("No such rows")}>
          {t("Every other row of the file went its way.")}
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
            label={t("Rows")}
            position={t("{count, plural, one {# row} other {# rows}} on this page", { count: items.length })}
            previous={after === undefined ? undefined : address()}
            next={more && last ? address(`${last.line}-${last.place}`) : undefined}
          />
        </>
      )}
    </>
  );
}

/** `17-3`: the line and the column's place of the last row of the page before. */
function placeOf(after: string | string[] | undefined): LineFilter["after"] {
  const found = typeof after === "string" ? /^(\d{1,12})-(\d{1,5})$/.exec(after) : null;
  return found ? { line: Number(found[1]), place: Number(found[2]) } : undefined;
}
