"use client";

import { useActionState } from "react";
import { EMPTY_FORM } from "#app/_doors/form-state.ts";
import { Disclosure } from "#components/disclosure.tsx";
import { Field } from "#components/field.tsx";
import { FormRow } from "#components/form.tsx";
import { Input } from "#components/input.tsx";
import { Notice } from "#components/notice.tsx";
import { Select } from "#components/select.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { useWords } from "#components/words.ts";
import type { ImportOptions } from "#lib/imports/import.ts";
import { sendReading } from "./actions.ts";
import { DATE_ORDERS, DECIMALS, DELIMITERS, ENCODINGS, FOUND, HEADER, readShortly } from "./reading-words.ts";

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
  const { format, dateOrder, decimal, country } = options;
  const value = (name: string, otherwise: string | undefined) => String(state.values[name] ?? otherwise ?? "");
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
        <FormRow>
          {format && (
            <>
              <Choice
                name="delimiter"
                label={t("Delimiter")}
                value={value("delimiter", format.delimiter)}
                options={DELIMITERS}
              />
              <Choice
                name="encoding"
                label={t("Encoding")}
                value={value("encoding", format.encoding)}
                options={ENCODINGS}
              />
              <Choice
                name="header"
                label={t("First row")}
                value={value("header", format.header ? "yes" : "no")}
                options={HEADER}
              />
            </>
          )}
          <Choice
            name="dateOrder"
            label={t("Dates")}
            value={value("dateOrder", dateOrder)}
            options={[FOUND, ...DATE_ORDERS]}
          />
          <Choice
            name="decimal"
            label={t("Decimal sign")}
            value={value("decimal", decimal)}
            options={[FOUND, ...DECIMALS]}
          />
          <Field
            name="country"
            label={t("Country of phones")}
            hint={t("Two letters, such as CL.")}
            error={state.errors.country}
          >
            {(control) => <Input width="short" maxLength={2} defaultValue={value("country", country)} {...control} />}
          </Field>
        </FormRow>
        <input type="hidden" name="forgets" value={corrections} />
        {format && corrections > 0 && (
          <Notice
            tone="warn"
            title={t("{corrections, plural, one {# row was corrected by hand} other {# rows were corrected by hand}}", {
              corrections,
            })}
          >
            {t(
              "Another delimiter, encoding or first row tells the file into other cells: what was corrected is then forgotten.",
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

function Choice({
  name,
  label,
  value,
  options,
}: {
  name: string;
  label: string;
  value: string;
  options: readonly (readonly [string, string])[];
}) {
  const t = useWords();
  return (
    <Field name={name} label={label}>
      {(control) => (
        <Select key={value} defaultValue={value} {...control}>
          {options.map(([option, words]) => (
            <option key={option} value={option}>
              {t(words)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
