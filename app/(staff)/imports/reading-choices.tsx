import { Field } from "#components/field.tsx";
import { FormRow } from "#components/form.tsx";
import { Input } from "#components/input.tsx";
import { Select } from "#components/select.tsx";
import { useWords } from "#components/words.ts";
import { type Choices, DATE_ORDERS, DECIMALS, DELIMITERS, ENCODINGS, FOUND, HEADER, QUOTES } from "./reading-words.ts";

/**
 * How a file is to be read, of a form that `readingForm` checks. `cut`: how its bytes become cells, which is `found`
 * already, still `open` to be found, or nothing that one could ask of a `workbook`.
 */
export function ReadingChoices({
  cut,
  value,
  countryError,
}: {
  cut: "found" | "open" | "workbook";
  /** What is chosen, by the control's name; empty where it is left to the file. */
  value: (name: string) => string;
  countryError?: string | undefined;
}) {
  const t = useWords();
  const choice = (name: string, label: string, options: Choices) => (
    <Choice name={name} label={label} value={value(name)} options={options} />
  );
  const ofFile = (options: Choices) => (cut === "open" ? [FOUND, ...options] : options);
  return (
    <FormRow>
      {cut !== "workbook" && (
        <>
          {choice("delimiter", t("Delimiter"), ofFile(DELIMITERS))}
          {choice("encoding", t("Encoding"), ofFile(ENCODINGS))}
          {choice("header", t("First row"), ofFile(HEADER))}
          {choice("quote", t("Around cells"), ofFile(QUOTES))}
        </>
      )}
      {choice("dateOrder", t("Dates"), [FOUND, ...DATE_ORDERS])}
      {choice("decimal", t("Decimal sign"), [FOUND, ...DECIMALS])}
      <Field name="country" label={t("Country of phones")} hint={t("Two letters, such as CL.")} error={countryError}>
        {(control) => <Input width="short" maxLength={2} defaultValue={value("country")} {...control} />}
      </Field>
    </FormRow>
  );
}

function Choice({ name, label, value, options }: { name: string; label: string; value: string; options: Choices }) {
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
