import type { ReactNode } from "react";
import { Icon } from "#components/icons.tsx";
import { useWords } from "#components/words.ts";

/** What a Field hands to its control: spread it into Input, Select, Textarea or FileDrop. */
export type ControlProps = {
  id: string;
  name: string;
  required: boolean;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
};

/**
 * One question of a form: its label, a hint before the control, the error under it, and the ties between them that a
 * screen reader needs. The control is drawn by `children`:
 *
 *     <Field name="email" label="Email" error={errors.email} required>
 *       {(control) => <Input type="email" defaultValue={input.email} {...control} />}
 *     </Field>
 *
 * The id is the name unless `id` is given (two forms on one page); ErrorSummary links to it.
 * `required` puts a star beside the label; a form where only some are required begins with a RequiredNote.
 */
export function Field({
  name,
  label,
  hint,
  error,
  required = false,
  id = name,
  hideLabel = false,
  children,
}: {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  required?: boolean;
  id?: string;
  hideLabel?: boolean;
  children: (control: ControlProps) => ReactNode;
}) {
  const t = useWords();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="flex min-w-0 max-w-xl flex-col gap-1">
      <label htmlFor={id} className={hideLabel ? "sr-only" : "max-w-full self-start font-medium"}>
        {label}
        {required && (
          <span aria-hidden="true" title={t("required")} className="ml-0.5 text-bad">
            *
          </span>
        )}
      </label>
      {hint && (
        <div id={`${id}-hint`} className="text-muted text-sm">
          {hint}
        </div>
      )}
      {children({
        id,
        name,
        required,
        "aria-describedby": described || undefined,
        "aria-invalid": error ? true : undefined,
      })}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}

/** The error of one field, with a sign that is not its colour. Field and the groups draw it; a page seldom does. */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <div id={id} className="flex gap-1.5 text-bad text-sm">
      <span className="mt-0.5">
        <Icon name="sign-bad" />
      </span>
      <span className="min-w-0">{children}</span>
    </div>
  );
}
