import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { orNotFound, pagePerson } from "#app/_doors/page.ts";
import { EmptyState } from "#components/empty-state.tsx";
import { Notice } from "#components/notice.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { Pager } from "#components/pager.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { Tabs } from "#components/tabs.tsx";
import type { Translator } from "#components/words/translator.ts";
import { getWords, useWords } from "#components/words.ts";
import { countUnchecked } from "#lib/imports/correct/check-again.ts";
import { rowsToCorrect } from "#lib/imports/correct/rows-to-correct.ts";
import type { Import } from "#lib/imports/import.ts";
import { countCorrected, importById } from "#lib/imports/queries.ts";
import { mayAsk } from "#lib/imports/states.ts";
import { idOf } from "#lib/text/id-of.ts";
import { nameOf } from "../../words.ts";
import { checkImportAgain } from "../actions.ts";
import { CommandForm } from "../command-form.tsx";
import { profileOf } from "../profile-of.ts";
import { ReasonFilter } from "../reason-filter.tsx";
import { afterOf, type CorrectAddress, correctHref, readCorrectAddress } from "./correct-address.ts";
import { CorrectForm } from "./correct-form.tsx";
import { saidRow } from "./said-row.ts";

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getWords();
  return { title: t("Correct rejected rows") };
};

/** Rejected rows, to be corrected before the import is applied. */
export default async function CorrectPage({ params, searchParams }: PageProps<"/imports/[id]/correct">) {
  const person = await pagePerson("imports.run");
  const t = await getWords();
  const found = await orNotFound(importById(person, idOf((await params).id)));
  const profile = await profileOf(person, found);
  if (!profile || !mayAsk("correct", found.state) || found.applyRequestedAt !== null) redirect(`/imports/${found.id}`);
  const query = await searchParams;
  const address = readCorrectAddress(found.id, query);
  const filter = {
    outcome: address.outcome,
    reason: address.reason,
    after: afterOf(address),
    limit: rowsAPage(found),
  };
  const { items, more } = await rowsToCorrect(person, found, profile, filter, t);
  const last = items.at(-1);
  const next = more && last ? correctHref(address, { after: `${last.line}-${last.place}` }) : undefined;
  return (
    <>
      <PageHeader
        title={t("Correct rejected rows")}
        description={t(
          "Type over what is wrong. Corrected rows are checked again, and then join the import. The file's own cells stay in the log.",
        )}
        crumbs={[
          { href: "/logs", label: t("Logs") },
          { href: `/imports/${found.id}`, label: nameOf(found, t) },
        ]}
      />
      <Saved found={found} saved={Number(query.saved)} unchecked={await countUnchecked(person, found)} />
      <Tabs label={t("Rows")} tabs={tabsOf(address, found, await countCorrected(person, found.id), t)} />
      {address.outcome === "rejected" && (
        <ReasonFilter found={found} action={`/imports/${found.id}/correct`} reason={address.reason} />
      )}
      {items.length === 0 ? (
        <EmptyState icon="check" title={t("There are no such rows")}>
          {t("Every row here was corrected, or none was rejected.")}
        </EmptyState>
      ) : (
        <>
          <CorrectForm
            key={[correctHref(address), ...items.map(({ correctedAt }) => Number(correctedAt))].join(" ")}
            importId={found.id}
            rows={items.filter(({ came }) => came.length > 0).map((row) => saidRow(row, t))}
            mapping={found.mapping ?? []}
            query={queryOf(correctHref(address))}
            nextQuery={next && queryOf(next)}
          />
          <Pager
            label={t("Rows")}
            position={t("{count, plural, one {# row} other {# rows}} on this page", { count: items.length })}
            previous={address.after === undefined ? undefined : correctHref(address, { after: undefined })}
            next={next}
          />
        </>
      )}
    </>
  );
}

/** A page of some hundred cells: more would be slow to draw and to send. */
const rowsAPage = ({ mapping }: Import): number => Math.min(25, Math.max(5, Math.floor(600 / (mapping?.length || 1))));

const queryOf = (href: string): string => href.split("?")[1] ?? "";

function Saved({ found, saved, unchecked }: { found: Import; saved: number; unchecked: number }) {
  const t = useWords();
  if (unchecked === 0)
    return saved === 0 ? <Notice live>{t("Nothing was typed over, so nothing changed.")}</Notice> : null;
  return (
    <Notice
      live
      tone="good"
      title={saved > 0 ? t("{count, plural, one {# row} other {# rows}} saved", { count: saved }) : undefined}
      actions={
        <CommandForm action={checkImportAgain} importId={found.id}>
          <SubmitButton icon="refresh" pending={t("Starting the check …")}>
            {t("Check again")}
          </SubmitButton>
        </CommandForm>
      }
    >
      {t("{count, plural, one {# corrected row waits} other {# corrected rows wait}} to be checked again.", {
        count: unchecked,
      })}
    </Notice>
  );
}

const tabsOf = (address: CorrectAddress, { rejected }: Import, corrected: number, t: Translator) => [
  {
    href: correctHref(address, { outcome: "rejected", reason: undefined, after: undefined }),
    label: t("Rejected"),
    aside: t.number(rejected),
    current: address.outcome === "rejected",
  },
  {
    href: correctHref(address, { outcome: "corrected", reason: undefined, after: undefined }),
    label: t("Corrected"),
    aside: t.number(corrected),
    current: address.outcome === "corrected",
  },
];
