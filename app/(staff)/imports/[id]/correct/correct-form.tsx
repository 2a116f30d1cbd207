"use client";

import { useActionState, useRef } from "react";
import { EMPTY_FORM } from "#app/_doors/form-state.ts";
import { Notice } from "#components/notice.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { useKeptForm } from "#components/use-kept-form.ts";
import { useWords } from "#components/words.ts";
import type { ColumnMapping } from "#lib/imports/import.ts";
import { sendCorrections } from "./actions.ts";
import { RowCard } from "./row-card.tsx";
import type { SaidRow } from "./said-row.ts";

/** Some rejected rows, to be typed over. Whatever button is pressed keeps what was typed. */
export function CorrectForm({
  importId,
  rows,
  mapping,
  query,
  nextQuery,
}: {
  importId: number;
  rows: SaidRow[];
  mapping: ColumnMapping[];
  /** The address of these rows, and of the next ones where there are any. */
  query: string;
  nextQuery: string | undefined;
}) {
  const t = useWords();
  const [state, send] = useActionState(sendCorrections, EMPTY_FORM);
  const message = state.message ?? Object.values(state.errors)[0];
  const form = useRef<HTMLFormElement>(null);
  useKeptForm(form, { drawn: [state] });
  // What somebody else corrected meanwhile is newer than what was typed here.
  const corrected = rows.map(({ line, correctedAt }) => `${line} ${Number(correctedAt)}`).join();
  return (
    <form ref={form} data-of={corrected} action={send} className="flex min-w-0 flex-col gap-4">
      <input type="hidden" name="import" value={importId} />
      <input type="hidden" name="query" value={query} />
      <input type="hidden" name="nextQuery" value={nextQuery ?? ""} />
      {message && (
        <Notice tone="bad" live>
          {message}
        </Notice>
      )}
      <ol className="flex min-w-0 flex-col rounded-lg border border-line">
        {rows.map((row) => (
          <RowCard key={row.line} row={row} mapping={mapping} sent={state.values} />
        ))}
      </ol>
      <div className="sticky bottom-0 z-10 flex flex-wrap items-center gap-2.5 border-line border-t bg-surface py-3">
        <SubmitButton name="go" value="stay" icon="check" pending={t("Saving …")}>
          {t("Save")}
        </SubmitButton>
        {nextQuery !== undefined && (
          <SubmitButton name="go" value="next" variant="secondary" icon="arrow-right" pending={t("Saving …")}>
            {t("Save, and show the next rows")}
          </SubmitButton>
        )}
        <SubmitButton name="go" value="check" variant="secondary" icon="refresh" pending={t("Starting the check …")}>
          {t("Save, and check again")}
        </SubmitButton>
      </div>
    </form>
  );
}
