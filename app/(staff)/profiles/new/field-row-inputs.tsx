import { Checkbox } from "#components/checkbox.tsx";
import { Field } from "#components/field.tsx";
import { Input } from "#components/input.tsx";
import { Select } from "#components/select.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { Textarea } from "#components/textarea.tsx";
import { useWords } from "#components/words.ts";
import { TYPE_NAMES } from "../type-names.ts";

import type { FieldRow } from "./field-rows.ts";

export { TYPE_NAMES } from "../type-names.ts";

/** One field of the New Profile form: what it is called, its type, and the buttons that move or remove it. */
export function FieldRowInputs({
  row,
  index,
  count,
  error,
  optionsError,
}: {
  row: FieldRow;
  index: number;
  count: number;
  error: string | undefined;
  optionsError: string | undefined;
}) {
  const t = useWords();
  const name = (part: string) => `field-${index}-${part}`;
  const called = row.name || t("field {n}", { n: index + 1 });
  return (
    <div className="group flex flex-col gap-3 rounded-lg border border-line p-3">
      <input type="hidden" name={name("id")} value={row.id} />
      <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_11rem]">
        <Field name={name("name")} label={t("Name of field {n}", { n: index + 1 })} error={error}>
          {(control) => <Input maxLength={300} defaultValue={row.name} {...control} />}
        </Field>
        <Field name={name("type")} label={t("Type")}>
          {(control) => (
            <Select key={row.type} defaultValue={row.type} {...control}>
              {TYPE_NAMES.map(([value, label]) => (
                <option key={value} value={value}>
                  {t(label)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <div className="hidden group-has-[option[value=choice]:checked]:block">
        <Field name={name("options")} label={t("Options")} hint={t("One a line.")} error={optionsError}>
          {(control) => <Textarea rows={4} defaultValue={row.options} {...control} />}
        </Field>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Checkbox name={name("required")} value="yes" label={t("Must not be empty")} defaultChecked={row.required} />
        <div className="flex gap-1">
          {index > 0 && <RowButton intent={`up-${index}`} label={t("Move {called} up", { called })} icon="arrow-up" />}
          {index < count - 1 && (
            <RowButton intent={`down-${index}`} label={t("Move {called} down", { called })} icon="arrow-down" />
          )}
          <RowButton intent={`remove-${index}`} label={t("Remove {called}", { called })} icon="trash" />
        </div>
      </div>
    </div>
  );
}

function RowButton({
  intent,
  label,
  icon,
}: {
  intent: string;
  label: string;
  icon: "arrow-up" | "arrow-down" | "trash";
}) {
  return (
    <SubmitButton variant="quiet" size="sm" icon={icon} name="intent" value={intent} pending="…">
      <span className="sr-only">{label}</span>
    </SubmitButton>
  );
}
