import type { ComponentProps } from "react";
import { Field } from "#components/field.tsx";
import { Input } from "#components/input.tsx";
import { Select } from "#components/select.tsx";
import { Textarea } from "#components/textarea.tsx";
import { say } from "#components/words/say.ts";
import type { Translator } from "#components/words/translator.ts";
import { useWords } from "#components/words.ts";
import type { ValueControl } from "./value-controls.ts";

/** The questions about a contact's values, each with a control that suits its type; `values` are what was sent. */
export function ValueInputs({
  controls,
  values,
  errors,
}: {
  controls: readonly ValueControl[];
  values: Readonly<Record<string, unknown>>;
  errors: Readonly<Record<string, string>>;
}) {
  const t = useWords();
  return controls.map((control) => {
    const sent = values[control.name];
    const hint = HINTS[control.type];
    const value = typeof sent === "string" ? sent : control.value;
    return (
      <Field
        key={control.name}
        name={control.name}
        label={control.label}
        hint={hint && t(hint)}
        error={errors[control.name]}
        required={control.required}
      >
        {(props) => <Control {...props} control={control} value={value} />}
      </Field>
    );
  });
}

type ControlProps = Omit<ComponentProps<"input">, "className" | "width"> & { name: string };

function Control({ control, value, ...props }: ControlProps & { control: ValueControl; value: string }) {
  const t = useWords();
  const { type } = control;
  if (type === "choice" || type === "yesno") {
    const { name, id, required } = props;
    const described = { "aria-describedby": props["aria-describedby"], "aria-invalid": props["aria-invalid"] };
    return (
      // A select keeps what was chosen when its form is reset: a new one shows what came back.
      <Select key={value} name={name} id={id} required={required} defaultValue={value} {...described}>
        <option value="">–</option>
        {optionsOf(control, value, t).map(([word, label]) => (
          <option key={word} value={word}>
            {label}
          </option>
        ))}
      </Select>
    );
  }
  if (type === "text" && value.includes("\n")) {
    const { name, id, required } = props;
    const described = { "aria-describedby": props["aria-describedby"], "aria-invalid": props["aria-invalid"] };
    return <Textarea name={name} id={id} required={required} rows={4} defaultValue={value} {...described} />;
  }
  return <Input {...props} {...inputOf(type, value)} defaultValue={value} />;
}

/** A value that is no option any more stays, as long as nobody chooses another. */
function optionsOf({ type, options }: ValueControl, value: string, t: Translator): [string, string][] {
  if (type === "yesno")
    return [
      ["yes", t("Yes")],
      ["no", t("No")],
    ];
  const all = value === "" || options.includes(value) ? options : [...options, value];
  return all.map((option) => [option, option]);
}

/** A date control draws nothing for what it does not understand, and would send that: then it is a line of text. */
function inputOf(
  type: ValueControl["type"],
  value: string,
): Pick<ComponentProps<typeof Input>, "type" | "width" | "inputMode"> {
  switch (type) {
    case "date":
      return { type: value === "" || /^\d{4}-\d\d-\d\d$/.test(value) ? "date" : "text", width: "medium" };
    case "datetime":
      return {
        type: value === "" || /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(value) ? "datetime-local" : "text",
        width: "medium",
      };
    case "number":
      return { type: "text", inputMode: "decimal", width: "medium" };
    case "phone":
      return { type: "tel", width: "medium" };
    default:
      return { type: "text", inputMode: type === "url" ? "url" : undefined };
  }
}

const HINTS: Partial<Record<ValueControl["type"], string>> = {
  phone: say("With the country's code, such as +44 20 7946 0000."),
  url: say("Such as https://example.com."),
};
