import type { ReactNode } from "react";
import { ButtonLink } from "#components/button.tsx";
import { Field } from "#components/field.tsx";
import { FormActions } from "#components/form.tsx";
import { Icon } from "#components/icons.tsx";
import { Input } from "#components/input.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { useWords } from "#components/words.ts";

/**
 * The last question before something is destroyed, to be drawn inside the page's `<form>`: what will happen, in
 * numbers, then a button that says it again. `children` hold more questions (a reason). With `typeName` the name must
 * be typed, and is sent as `confirmation`. `danger={false}` for what can be taken back.
 */
export function Confirm({
  title,
  consequences,
  submit,
  pending,
  cancelHref,
  typeName,
  error,
  danger = true,
  children,
}: {
  title: ReactNode;
  /** One sentence each: "1,204 contacts leave the profile and stay in the repository." */
  consequences: readonly ReactNode[];
  /** The whole deed: "Delete Newsletter and its 1,204 rows". */
  submit: string;
  pending?: string;
  cancelHref: string;
  typeName?: string;
  /** What was wrong with the typed name. */
  error?: ReactNode;
  danger?: boolean;
  children?: ReactNode;
}) {
  const t = useWords();
  return (
    <section
      className={`flex min-w-0 max-w-2xl flex-col gap-4 rounded-lg border p-5 ${danger ? "border-bad/40" : "border-line"}`}
    >
      <h2 className="font-semibold text-lg">{title}</h2>
      <ul className="flex flex-col gap-2">
        {consequences.map((consequence, index) => (
          // The list is drawn once, as it is given.
          <li key={String(index)} className="flex gap-2.5">
            <span className={`mt-0.75 ${danger ? "text-bad" : "text-accent"}`}>
              <Icon name="arrow-right" />
            </span>
            <span className="min-w-0">{consequence}</span>
          </li>
        ))}
      </ul>
      {children}
      {typeName !== undefined && (
        <Field
          name="confirmation"
          label={t.rich("Type <b>{name}</b> to go on", {
            name: typeName,
            b: (words) => <span className="select-all break-all font-semibold">{words}</span>,
          })}
          error={error}
          required
        >
          {(control) => <Input autoComplete="off" autoCapitalize="off" spellCheck={false} {...control} />}
        </Field>
      )}
      <FormActions>
        <SubmitButton variant={danger ? "danger" : "primary"} pending={pending}>
          {submit}
        </SubmitButton>
        <ButtonLink href={cancelHref}>{t("Cancel")}</ButtonLink>
      </FormActions>
    </section>
  );
}
