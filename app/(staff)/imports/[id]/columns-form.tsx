"use client";

import { useActionState } from "react";
import { EMPTY_FORM } from "#app/_doors/form-state.ts";
import { Checkbox } from "#components/checkbox.tsx";
import { ErrorSummary } from "#components/error-summary.tsx";
import { Field } from "#components/field.tsx";
import { FormActions, FormRow, FormStack } from "#components/form.tsx";
import { formatNumber } from "#components/format.ts";
import { Select } from "#components/select.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { Table, Td, THead, Th, Tr } from "#components/table.tsx";
import { TYPE_NAMES } from "../../profiles/new/field-row-inputs.tsx";
import { chooseColumnsOf } from "./actions.ts";

export type ColumnRow = {
  column: string;
  /** `nothing`, `key` or `field-<id>`. */
  chosen: string;
  mode: string;
  samples: string[];
  /** Over all rows; null while they are counted. */
  filled: number | null;
  fits: Record<string, number> | null;
  /** That all values fit. */
  type: string;
};

type Props = {
  importId: number;
  columns: ColumnRow[];
  rows: number | null;
  keyName: string;
  fields: { id: number; name: string; type: string }[];
  mayCreate: boolean;
  updates: boolean;
  chosen: { dateOrder: string; decimal: string; blankErases: boolean };
};

/** Where each column goes. Plain selects in a table, so that it works without JavaScript. */
export function ColumnsForm(props: Props) {
  const { importId, columns, chosen, updates } = props;
  const [state, send] = useActionState(chooseColumnsOf, EMPTY_FORM);
  const said = (name: string, otherwise: string) => String(state.values[name] ?? otherwise);
  return (
    <form action={send}>
      <input type="hidden" name="id" value={importId} />
      <input type="hidden" name="columns" value={columns.length} />
      <FormStack>
        <ErrorSummary
          title="The columns do not fit yet"
          errors={
            Object.keys(state.errors).length > 0
              ? Object.entries(state.errors).map(([path, message]) => ({ path, message }))
              : state.message
                ? [{ message: state.message }]
                : []
          }
        />
      </FormStack>
      <div className="my-5">
        <ColumnTable {...props} said={said} errors={state.errors} />
      </div>
      <FormStack>
        <FormRow>
          <Field name="dateOrder" label="Dates are written">
            {(control) => (
              <Select
                key={said("dateOrder", chosen.dateOrder)}
                defaultValue={said("dateOrder", chosen.dateOrder)}
                {...control}
              >
                <option value="">as found in the file</option>
                <option value="dmy">day, month, year (31/12/2025)</option>
                <option value="mdy">month, day, year (12/31/2025)</option>
                <option value="ymd">year, month, day (2025/12/31)</option>
              </Select>
            )}
          </Field>
          <Field name="decimal" label="Decimals are written">
            {(control) => (
              <Select key={said("decimal", chosen.decimal)} defaultValue={said("decimal", chosen.decimal)} {...control}>
                <option value="">as found in the file</option>
                <option value=".">with a point (1,234.56)</option>
                <option value=",">with a comma (1.234,56)</option>
              </Select>
            )}
          </Field>
        </FormRow>
        {updates && (
          <Checkbox
            name="blankErases"
            value="yes"
            defaultChecked={chosen.blankErases}
            label="Blank cells erase"
            hint="Without it a blank cell leaves the contact's value alone."
          />
        )}
        <FormActions>
          <SubmitButton icon="check" pending="Checking …">
            Check the rows
          </SubmitButton>
        </FormActions>
      </FormStack>
    </form>
  );
}

function ColumnTable({
  columns,
  rows,
  keyName,
  fields,
  mayCreate,
  updates,
  said,
  errors,
}: Props & { said: (name: string, otherwise: string) => string; errors: Record<string, string> }) {
  return (
    <Table caption="Columns of the file" stack>
      <THead>
        <Th>Column</Th>
        <Th>Goes to</Th>
        {updates && <Th>Of those who are there</Th>}
        <Th>For example</Th>
        <Th numeric>Filled</Th>
        <Th>Its values fit</Th>
      </THead>
      <tbody>
        {columns.map(({ column, chosen, mode, samples, filled, fits, type }, at) => {
          const name = `column-${at}`;
          const now = said(name, chosen);
          return (
            <Tr key={name}>
              <Td head>{column}</Td>
              <Td label="Goes to">
                <Field name={name} label={`${column} goes to`} hideLabel error={errors[name]}>
                  {(control) => (
                    <Select key={now} defaultValue={now} {...control}>
                      <option value="nothing">Leave it out</option>
                      <option value="key">{keyName}</option>
                      <optgroup label="Fields">
                        {fields.map((field) => (
                          <option key={field.id} value={`field-${field.id}`}>
                            {field.name}
                          </option>
                        ))}
                      </optgroup>
                      {mayCreate && (
                        <optgroup label="A new field of this name">
                          {TYPE_NAMES.filter(([value]) => value !== "choice").map(([value, label]) => (
                            <option key={value} value={`new-${value}`}>
                              {label}
                              {value === type ? ", fits all" : ""}
                            </option>
                          ))}
                        </optgroup>
                      )}
                    </Select>
                  )}
                </Field>
              </Td>
              {updates && (
                <Td label="Of those who are there">
                  <Select name={`mode-${at}`} aria-label={`${column}: when`} defaultValue={said(`mode-${at}`, mode)}>
                    <option value="always">always</option>
                    <option value="empty">only where empty</option>
                  </Select>
                </Td>
              )}
              <Td label="For example" wrap>
                {samples.join(" · ")}
              </Td>
              <Td numeric label="Filled">
                {filled === null ? "counting …" : formatNumber(filled)}
                {rows ? ` of ${formatNumber(rows)}` : ""}
              </Td>
              <Td label="Its values fit" wrap>
                {fits === null || filled === null ? "" : fitsInWords(fits, filled)}
              </Td>
            </Tr>
          );
        })}
      </tbody>
    </Table>
  );
}

/** The types that at least some values fit, but for text, which takes everything. */
function fitsInWords(fits: Record<string, number>, filled: number): string {
  const fitting = TYPE_NAMES.filter(([type]) => type !== "text" && type !== "choice" && (fits[type] ?? 0) > 0);
  return fitting
    .map(([type, label]) => (fits[type] === filled ? `${label}: all` : `${label}: ${formatNumber(fits[type] ?? 0)}`))
    .join(" · ");
}
