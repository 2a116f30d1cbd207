import { Field } from "#components/field.tsx";
import { formatCount, formatNumber } from "#components/format.ts";
import { Input } from "#components/input.tsx";
import { Select } from "#components/select.tsx";
import type { FieldType } from "#lib/fields/field.ts";
import type { ColumnProfile } from "#lib/imports/columns/column-profile.ts";
import type { ColumnMapping, ColumnTarget } from "#lib/imports/import.ts";
import { TYPE_NAMES } from "../../../profiles/new/field-row-inputs.tsx";

export type FieldChoice = { id: number; name: string; type: FieldType; required: boolean };

/** One column of the file: what it holds, and where it is to go. */
export function ColumnRow({
  at,
  mapping: { column, target },
  profile,
  fields,
  keyName,
  withMode,
  sent,
  error,
}: {
  at: number;
  mapping: ColumnMapping;
  /** Undefined while the values are still counted. */
  profile: ColumnProfile | undefined;
  fields: FieldChoice[];
  keyName: string;
  withMode: boolean;
  /** What was chosen before, when the form came back. */
  sent: Record<string, string | string[]> | undefined;
  error: string | undefined;
}) {
  const before = (name: string, otherwise: string) => String(sent?.[`${name}-${at}`] ?? otherwise);
  const chosen = before("column", choiceOf(target));
  const type = before("type", !profile || profile.type === "choice" ? "text" : profile.type);
  return (
    <li className="group/column grid min-w-0 gap-x-6 gap-y-2 border-line border-b p-3 last:border-b-0 md:grid-cols-2">
      <div className="min-w-0">
        <p className="wrap-anywhere font-medium">{column}</p>
        <p className="truncate text-muted text-sm">{profile?.samples.join(" · ")}</p>
        <p className="text-muted text-sm">{profile ? fitsWords(profile, chosen, fields) : "counting …"}</p>
      </div>
      <div className="flex min-w-0 flex-col gap-2">
        <Field name={`column-${at}`} label={`Field for ${column}`} hideLabel error={error}>
          {(control) => (
            <Select key={chosen} defaultValue={chosen} {...control}>
              <option value="">Leave out</option>
              <option value="key">{keyName} (the contact's key)</option>
              {fields.map(({ id, name, required }) => (
                <option key={id} value={`field-${id}`}>
                  {name}
                  {required ? " (must not be empty)" : ""}
                </option>
              ))}
              <option value="new">New field …</option>
            </Select>
          )}
        </Field>
        <div className="hidden grid-cols-2 gap-2 group-has-[option[value=new]:checked]/column:grid">
          <Field name={`name-${at}`} label="Its name">
            {(control) => <Input maxLength={100} defaultValue={before("name", column)} {...control} />}
          </Field>
          <Field name={`type-${at}`} label="Its type">
            {(control) => (
              <Select key={type} defaultValue={type} {...control}>
                {TYPE_NAMES.filter(([value]) => value !== "choice").map(([value, label]) => (
                  <option key={value} value={value}>
                    {label}
                    {profile && profile.fits[value] === profile.filled
                      ? ""
                      : profile
                        ? ` (${formatNumber(profile.fits[value])} fit)`
                        : ""}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        {withMode && (
          <div className="hidden group-has-[option[value^=field-]:checked]/column:block">
            <Field name={`mode-${at}`} label={`Existing values of ${column}`} hideLabel>
              {(control) => (
                <Select defaultValue={before("mode", target?.kind === "field" ? target.mode : "always")} {...control}>
                  <option value="always">Always take the file's value</option>
                  <option value="empty">Only where there is no value yet</option>
                </Select>
              )}
            </Field>
          </div>
        )}
      </div>
    </li>
  );
}

function choiceOf(target: ColumnTarget | null): string {
  if (target === null) return "";
  return target.kind === "key" ? "key" : `field-${target.fieldId}`;
}

/** Over all rows: how many cells hold something, and how many of those the chosen field takes. */
function fitsWords({ filled, fits }: ColumnProfile, chosen: string, fields: FieldChoice[]): string {
  const field = fields.find(({ id }) => chosen === `field-${id}`);
  if (filled === 0) return "empty in every row";
  const values = formatCount(filled, "value");
  if (!field || field.type === "choice") return values;
  const misfits = filled - fits[field.type];
  return misfits === 0
    ? `${values}, all fit ${field.name}`
    : `${values}, ${formatNumber(misfits)} do not fit ${field.name}`;
}
