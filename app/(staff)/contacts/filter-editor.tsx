import { ButtonLink } from "#components/button.tsx";
import { Card } from "#components/card.tsx";
import { Field } from "#components/field.tsx";
import { FormActions, FormRow } from "#components/form.tsx";
import { Input } from "#components/input.tsx";
import { Select } from "#components/select.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { Textarea } from "#components/textarea.tsx";
import { useWords } from "#components/words.ts";
import type { FilterSubject } from "#lib/contacts/list-filters.ts";
import { ALSO_MATCHES_EMPTY } from "#lib/rules/operators.ts";
import { inEnglish } from "#lib/text/in-english.ts";
import { addressWith, type ContactsAddress, partsOf } from "./contacts-address.ts";
import type { PendingFilter } from "./pending-filter.ts";

/**
 * One filter in the making: a plain form that leads back to the list with the filter in its address. Each operator takes
 * another kind of value; the style sheet shows the control of the one that is chosen, so no script is needed.
 */
export function FilterEditor({
  address,
  subject,
  pending,
}: {
  address: ContactsAddress;
  subject: FilterSubject;
  pending: PendingFilter;
}) {
  const t = useWords();
  const { value } = pending;
  const wrong = pending.wrong && t.words(pending.wrong);
  const error = (takes: string) => (pending.takes === takes && !ofSecond(pending) ? wrong : undefined);
  const secondError = (takes: string) => (pending.takes === takes && ofSecond(pending) ? wrong : undefined);
  const kinds = new Set(subject.operators.map(({ takes }) => takes));
  return (
    <Card title={t("Filter by {name}", { name: subject.label })}>
      <form action="/contacts" className="group flex flex-col gap-4">
        {partsOf({ ...address, page: null }).map(([name, text]) => (
          <input key={`${name} ${text}`} type="hidden" name={name} value={text} />
        ))}
        <input type="hidden" name="filter" value={subject.about} />
        <FormRow>
          <Field name="op" label={subject.label} error={pending.takes === null ? wrong : undefined}>
            {(control) => (
              <Select {...control} defaultValue={pending.op}>
                {subject.operators.map(({ op, words, takes }) => (
                  <option key={op} value={op} data-takes={takes}>
                    {ALSO_MATCHES_EMPTY.has(op) ? t("{operator} (or is empty)", { operator: t(words) }) : t(words)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          {kinds.has("text") && (
            <div className="hidden group-has-[option[data-takes=text]:checked]:block">
              <Field name="text" label={t("Value")} error={error("text")}>
                {(control) => <Input {...control} defaultValue={value[0]} list="options" />}
              </Field>
              <datalist id="options">
                {subject.options.map((option) => (
                  <option key={option} value={option} />
                ))}
              </datalist>
            </div>
          )}
          {kinds.has("list") && (
            <div className="hidden group-has-[option[data-takes=list]:checked]:block">
              <Field name="list" label={t("Values")} hint={t("One on each line.")} error={error("list")}>
                {(control) => <Textarea {...control} rows={4} defaultValue={value.join("\n")} />}
              </Field>
            </div>
          )}
          {kinds.has("number") && (
            <div className="hidden group-has-[option[data-takes=number]:checked]:block group-has-[option[data-takes=numbers]:checked]:block">
              <Field name="number" label={t("Number")} error={error("number") ?? error("numbers")}>
                {(control) => <Input {...control} inputMode="decimal" width="medium" defaultValue={value[0]} />}
              </Field>
            </div>
          )}
          {kinds.has("numbers") && (
            <div className="hidden group-has-[option[data-takes=numbers]:checked]:block">
              <Field name="number2" label={t("To")} error={secondError("numbers")}>
                {(control) => <Input {...control} inputMode="decimal" width="medium" defaultValue={value[1]} />}
              </Field>
            </div>
          )}
          {kinds.has("date") && (
            <div className="hidden group-has-[option[data-takes=date]:checked]:block group-has-[option[data-takes=dates]:checked]:block">
              <Field name="date" label={t("Date")} error={error("date") ?? error("dates")}>
                {(control) => <Input {...control} type="date" width="medium" defaultValue={value[0]} />}
              </Field>
            </div>
          )}
          {kinds.has("dates") && (
            <div className="hidden group-has-[option[data-takes=dates]:checked]:block">
              <Field name="date2" label={t("To")} error={secondError("dates")}>
                {(control) => <Input {...control} type="date" width="medium" defaultValue={value[1]} />}
              </Field>
            </div>
          )}
          {kinds.has("days") && (
            <div className="hidden group-has-[option[data-takes=days]:checked]:block group-has-[option[data-takes=offset]:checked]:block">
              <Field
                name="days"
                label={t("Days")}
                hint={t("For an anniversary: 0 is today, -1 the day before it.")}
                error={error("days") ?? error("offset")}
              >
                {(control) => <Input {...control} inputMode="numeric" width="short" defaultValue={value[0]} />}
              </Field>
            </div>
          )}
        </FormRow>
        <FormActions>
          <SubmitButton pending={t("Filtering …")}>{t("Use the filter")}</SubmitButton>
          <ButtonLink href={addressWith(address, {})}>{t("Cancel")}</ButtonLink>
        </FormActions>
      </form>
    </Card>
  );
}

/** Whether what is wrong is in the second of two controls: its sentence names it. */
const ofSecond = ({ wrong }: PendingFilter): boolean => wrong !== undefined && inEnglish(wrong).startsWith("To: ");
