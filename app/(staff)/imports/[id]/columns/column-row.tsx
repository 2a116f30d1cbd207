import { Field } from "#components/field.tsx";
import { Input } from "#components/input.tsx";
import { Select } from "#components/select.tsx";
import type { Translator } from "#components/words/translator.ts";
import { useWords } from "#components/words.ts";
import type { FieldType } from "#lib/fields/field.ts";
import type { ColumnProfile } from "#lib/imports/columns/column-profile.ts";
import type { ColumnMapping, ColumnTarget } from "#lib/imports/import.ts";
import { TYPE_NAMES } from "../../../profiles/type-names.ts";

export type FieldChoice = { id: number; name: string; type: FieldType; required: boolean };

/** One column of the file: what it holds, and where it is to go. */
export function ColumnRow({
  at,
  mapping: { column, target },
  profile,
  fields,
  keyName,
  keyOnly,
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
  /** An Unsubscribe uses nothing else of the file. */
  keyOnly: boolean;
  withMode: boolean;
  /** What was chosen before, when the form came back. */
  sent: Record<string, string | string[]> | undefined;
  error: string | undefined;
}) {
  const t = useWords();
  const before = (name: string, otherwise: string) => String(sent?.[`${name}-${at}`] ?? otherwise);
  const chosen = before("column", choiceOf(target));
  const type = before("type", !profile || profile.type === "choice" ? "text" : profile.type);
  return (
    <li className="group/column grid min-w-0 gap-x-6 gap-y-2 border-line border-b p-3 last:border-b-0 md:grid-cols-2">
      <div className="min-w-0">
        <p className="wrap-anywhere font-medium">{column}</p>
        <p className="truncate text-muted text-sm">{profile?.samples.join(" · ")}</p>
        <p className="text-muted text-sm">{profile ? fitsWords(profile, chosen, fields, t) : t("counting …")}</p>
      </div>
      <div className="flex min-w-0 flex-col gap-2">
        <Field name={`column-${at}`} label={t("Field for {column}", { column })} hideLabel error={error}>
          {(control) => (
            <Select key={chosen} defaultValue={chosen} {...control}>
              <option value="">{t("Leave out")}</option>
              <option value="key">{t("{name} (the contact's key)", { name: keyName })}</option>
              {fields.map(({ id, name, required }) => (
                <option key={id} value={`field-${id}`}>
                  {required ? t("{name} (must not be empty)", { name }) : name}
                </option>
              ))}
              {!keyOnly && <option value="new">{t("New field …")}</option>}
            </Select>
          )}
        </Field>
        <div className="hidden grid-cols-2 gap-2 group-has-[option[value=new]:checked]/column:grid">
          <Field name={`name-${at}`} label={t("Its name")}>
            {(control) => <Input maxLength={100} defaultValue={before("name", column)} {...control} />}
          </Field>
          <Field name={`type-${at}`} label={t("Its type")}>
            {(control) => (
              <Select key={type} defaultValue={type} {...control}>
                {TYPE_NAMES.filter(([value]) => value !== "choice").map(([value, label]) => (
                  <option key={value} value={value}>
                    {typeWords(t(label), value, profile, t)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        {withMode && (
          <div className="hidden group-has-[option[value^=field-]:checked]/column:block">
            <Field name={`mode-${at}`} label={t("Existing values of {column}", { column })} hideLabel>
              {(control) => (
                <Select defaultValue={before("mode", target?.kind === "field" ? target.mode : "always")} {...control}>
                  <option value="always">{t("Always take the file's value")}</option>
                  <option value="empty">{t("Only where there is no value yet")}</option>
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

/** The type, with how many values it takes where it does not take all. */
function typeWords(name: string, type: FieldType, profile: ColumnProfile | undefined, t: Translator): string {
  if (!profile || profile.fits[type] === profile.filled) return name;
  return t("{name} ({count, number} fit)", { name, count: profile.fits[type] });
}

/** Over all rows: how many cells hold something, and how many of those the chosen field takes. */
function fitsWords({ filled, fits }: ColumnProfile, chosen: string, fields: FieldChoice[], t: Translator): string {
  const field = fields.find(({ id }) => chosen === `field-${id}`);
  if (filled === 0) return t("empty in every row");
  if (!field || field.type === "choice") return t("{count, plural, one {# value} other {# values}}", { count: filled });
  const { name } = field;
  const misfits = filled - fits[field.type];
  return misfits === 0
    ? t("{count, plural, one {# value, fits {name}} other {# values, all fit {name}}}", { count: filled, name })
    : t("{count, plural, one {# value} other {# values}}, {misfits, number} do not fit {name}", {
        count: filled,
        misfits,
        name,
      });
}
