import { Field } from "#components/field.tsx";
import { Input } from "#components/input.tsx";
import { useWords } from "#components/words.ts";

/** Asks for the present password, before the ways to sign in are changed. */
export function PresentPassword({ error }: { error: string | undefined }) {
  const t = useWords();
  return (
    <Field name="password" label={t("Your present password")} error={error} required>
      {(control) => <Input type="password" autoComplete="current-password" {...control} />}
    </Field>
  );
}

/** Asks for a new password, twice: `name` and `again`. */
export function NewPassword({ name, errors }: { name: string; errors: Readonly<Record<string, string>> }) {
  const t = useWords();
  return (
    <>
      <Field
        name={name}
        label={name === "password" ? t("Password") : t("New password")}
        hint={t("At least 8 characters and not a common one. 15 or more, such as four words in a row, are best.")}
        error={errors[name]}
        required
      >
        {(control) => <Input type="password" autoComplete="new-password" {...control} />}
      </Field>
      <Field name="again" label={t("The password once more")} error={errors.again} required>
        {(control) => <Input type="password" autoComplete="new-password" {...control} />}
      </Field>
    </>
  );
}
