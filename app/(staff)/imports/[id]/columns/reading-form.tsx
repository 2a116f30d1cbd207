"use client";

import { useActionState } from "react";
import { EMPTY_FORM } from "#app/_doors/form-state.ts";
import { Disclosure } from "#components/disclosure.tsx";
import { Notice } from "#components/notice.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { useWords } from "#components/words.ts";
import type { ImportOptions } from "#lib/imports/import.ts";
import { readingAnswers } from "../../reading-answers.ts";
import { ReadingChoices } from "../../reading-choices.tsx";
import { readShortly } from "../../reading-words.ts";
import { sendReading } from "./actions.ts";

/** How the file is read; what was found can be set by hand. `corrections`: rows that a person has corrected. */
export function ReadingForm({
  importId,
  options,
  corrections,
}: {
  importId: number;
  options: ImportOptions;
  corrections: number;
}) {
  const t = useWords();
  const [state, send] = useActionState(sendReading, EMPTY_FORM);
  const { format } = options;
  const now = readingAnswers({ ...options, byHand: { quote: '"', ...format } });
  const value = (name: string) => String(state.values[name] ?? now[name] ?? "");
  return (
    <Disclosure
      summary={t("How the file is read")}
      aside={readShortly(options, t)}
      open={state.message !== undefined || Object.keys(state.errors).length > 0}
    >
      <form action={send} className="flex min-w-0 flex-col gap-4">
        <input type="hidden" name="import" value={importId} />
        {state.message && (
          <Notice tone="bad" live>
            {state.message}
          </Notice>
        )}
        <ReadingChoices cut={format ? "found" : "workbook"} value={value} countryError={state.errors.country} />
        <input type="hidden" name="forgets" value={corrections} />
        {format && corrections > 0 && (
          <Notice
            tone="warn"
            title={t("{corrections, plural, one {# row was corrected by hand} other {# rows were corrected by hand}}", {
              corrections,
            })}
          >
            {t(
              "Another delimiter, encoding, first row or quote tells the file into other cells: what was corrected is then forgotten.",
            )}
          </Notice>
        )}
        <div>
          <SubmitButton variant="secondary" icon="refresh" pending={t("Reading …")}>
            {t("Read the file so")}
          </SubmitButton>
        </div>
      </form>
    </Disclosure>
  );
}
