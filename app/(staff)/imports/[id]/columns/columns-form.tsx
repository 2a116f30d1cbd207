"use client";

import { useActionState, useRef } from "react";
import { EMPTY_FORM } from "#app/_doors/form-state.ts";
import { Checkbox } from "#components/checkbox.tsx";
import { ErrorSummary } from "#components/error-summary.tsx";
import { FormActions } from "#components/form.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { useKeptForm } from "#components/use-kept-form.ts";
import { useWords } from "#components/words.ts";
import type { ColumnProfiles } from "#lib/imports/columns/column-profile.ts";
import type { ColumnMapping, ImportAction } from "#lib/imports/import.ts";
import { sendColumns } from "./actions.ts";
import { ColumnRow, type FieldChoice } from "./column-row.tsx";

/** Each column of the file against a field of the profile. */
export function ColumnsForm({
  importId,
  action,
  mapping,
  profiles,
  fields,
  keyName,
  blankErases,
}: {
  importId: number;
  action: ImportAction;
  mapping: ColumnMapping[];
  profiles: ColumnProfiles | null;
  fields: FieldChoice[];
  keyName: string;
  blankErases: boolean;
}) {
  const t = useWords();
  const [state, send] = useActionState(sendColumns, EMPTY_FORM);
  const sent = state.values.columns !== undefined ? state.values : undefined;
  const errors = Object.entries(state.errors).map(([path, message]) => ({ path, message }));
  const form = useRef<HTMLFormElement>(null);
  useKeptForm(form, { drawn: [state] });
  const columns = mapping.map(({ column }) => column).join();
  return (
    <form ref={form} data-of={columns} action={send} className="flex min-w-0 flex-col gap-4">
      <input type="hidden" name="import" value={importId} />
      <input type="hidden" name="columns" value={mapping.length} />
      <ErrorSummary
        title={t("The columns do not fit yet")}
        errors={errors.length === 0 && state.message ? [{ message: state.message }] : errors}
      />
      <ol className="flex min-w-0 flex-col rounded-lg border border-line">
        {mapping.map((each, at) => (
          <ColumnRow
            key={each.column}
            at={at}
            mapping={each}
            profile={profiles?.columns[at]}
            fields={action === "unsubscribe" ? [] : fields}
            keyName={keyName}
            keyOnly={action === "unsubscribe"}
            withMode={action === "append-or-update"}
            sent={sent}
            error={state.errors[`column-${at}`]}
          />
        ))}
      </ol>
      {action === "append-or-update" && (
        <Checkbox
          name="blankErases"
          value="yes"
          label={t("Blank cells erase")}
          hint={t("Else a blank cell leaves the value of an existing contact alone.")}
          defaultChecked={sent ? sent.blankErases === "yes" : blankErases}
        />
      )}
      <FormActions>
        <SubmitButton icon="arrow-right" pending={t("Starting the check …")}>
          {t("Check the rows")}
        </SubmitButton>
      </FormActions>
    </form>
  );
}
