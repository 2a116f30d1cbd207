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
import type { ImportOptions } from "#lib/imports/import.ts";
import { sendReading } from "./actions.ts";

/** How the file is read; what was found can be set by hand. */
export function ReadingForm({ importId, options }: { importId: number; options: ImportOptions }) {
  const [state, send] = useActionState(sendReading, EMPTY_FORM);
  const { format, dateOrder, decimal, country } = options;
  const value = (name: string, otherwise: string | undefined) => String(state.values[name] ?? otherwise ?? "");
  return (
    <Disclosure
      summary="How the file is read"
      aside={format ? `${DELIMITER_NAMES[format.delimiter]}, ${format.encoding}` : "workbook"}
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
                label="Delimiter"
                value={value("delimiter", format.delimiter)}
                options={DELIMITERS}
              />
              <Choice name="encoding" label="Encoding" value={value("encoding", format.encoding)} options={ENCODINGS} />
              <Choice
                name="header"
                label="First row"
                value={value("header", format.header ? "yes" : "no")}
                options={HEADER}
              />
            </>
          )}
          <Choice name="dateOrder" label="Dates" value={value("dateOrder", dateOrder)} options={DATE_ORDERS} />
          <Choice name="decimal" label="Decimal sign" value={value("decimal", decimal)} options={DECIMALS} />
          <Field name="country" label="Country of phones" hint="Two letters, such as CL." error={state.errors.country}>
            {(control) => <Input width="short" maxLength={2} defaultValue={value("country", country)} {...control} />}
          </Field>
        </FormRow>
        <div>
          <SubmitButton variant="secondary" icon="refresh" pending="Reading …">
            Read the file so
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
  return (
    <Field name={name} label={label}>
      {(control) => (
        <Select key={value} defaultValue={value} {...control}>
          {options.map(([option, words]) => (
            <option key={option} value={option}>
              {words}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

const DELIMITER_NAMES = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "bar" } as const;
const DELIMITERS = [
  [",", "Comma ,"],
  [";", "Semicolon ;"],
  ["\t", "Tab"],
  ["|", "Bar |"],
] as const;
const ENCODINGS = [
  ["utf-8", "UTF-8"],
  ["utf-16le", "UTF-16 (little endian)"],
  ["utf-16be", "UTF-16 (big endian)"],
  ["windows-1252", "Windows-1252"],
  ["iso-8859-15", "ISO-8859-15"],
  ["macintosh", "Mac Roman"],
] as const;
const HEADER = [
  ["yes", "Names the columns"],
  ["no", "Is data already"],
] as const;
const DATE_ORDERS = [
  ["", "Found from the file"],
  ["dmy", "Day/month/year"],
  ["mdy", "Month/day/year"],
  ["ymd", "Year/month/day"],
] as const;
const DECIMALS = [
  ["", "Found from the file"],
  [".", "Point: 1234.56"],
  [",", "Comma: 1234,56"],
] as const;
