import { Field } from "#components/field.tsx";
import { Input } from "#components/input.tsx";

/** Asks for the present password, before the ways to sign in are changed. */
export function PresentPassword({ error }: { error: string | undefined }) {
  return (
    <Field name="password" label="Your present password" error={error} required>
      {(control) => <Input type="password" autoComplete="current-password" {...control} />}
    </Field>
  );
}

/** Asks for a new password, twice: `name` and `again`. */
export function NewPassword({ name, errors }: { name: string; errors: Readonly<Record<string, string>> }) {
  return (
    <>
      <Field
        name={name}
        label={name === "password" ? "Password" : "New password"}
        hint="At least 8 characters and not a common one. 15 or more, such as four words in a row, are best."
        error={errors[name]}
        required
      >
        {(control) => <Input type="password" autoComplete="new-password" {...control} />}
      </Field>
      <Field name="again" label="The password once more" error={errors.again} required>
        {(control) => <Input type="password" autoComplete="new-password" {...control} />}
      </Field>
    </>
  );
}
