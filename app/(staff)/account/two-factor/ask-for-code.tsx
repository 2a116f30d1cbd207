import type { FormState } from "#app/_doors/form-state.ts";
import { ButtonLink } from "#components/button.tsx";
import { Code } from "#components/code.tsx";
import { ErrorSummary } from "#components/error-summary.tsx";
import { Field } from "#components/field.tsx";
import { FormActions, FormStack } from "#components/form.tsx";
import { Input } from "#components/input.tsx";
import { QrCode } from "#components/qr-code.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { useWords } from "#components/words.ts";

/** For the app: as a picture and as letters. */
export type Pending = { secret: string; squares: readonly (readonly boolean[])[] };

export function AskForCode({
  pending: { secret, squares },
  answer: { errors, message },
  send,
}: {
  pending: Pending;
  answer: FormState;
  send: (form: FormData) => void;
}) {
  const t = useWords();
  return (
    <form action={send} noValidate>
      <FormStack>
        {message && Object.keys(errors).length === 0 && <ErrorSummary title={t("Not yet on")} errors={[{ message }]} />}
        <p className="max-w-prose">{t("Scan this with the app.")}</p>
        <QrCode squares={squares} label={t("QR code for the authenticator app")} />
        <p className="max-w-prose">
          {t.rich("Or type the key into it: <code></code>", { code: () => <Code text={secret} label={t("key")} /> })}
        </p>
        <Field
          name="code"
          label={t("The code that the app shows")}
          hint={t("Six digits, new every half minute.")}
          error={errors.code}
          required
        >
          {(control) => (
            <Input
              width="medium"
              inputMode="numeric"
              autoComplete="one-time-code"
              spellCheck={false}
              maxLength={10}
              {...control}
            />
          )}
        </Field>
        <FormActions>
          <SubmitButton>{t("Turn it on")}</SubmitButton>
          <ButtonLink href="/account">{t("Cancel")}</ButtonLink>
        </FormActions>
      </FormStack>
    </form>
  );
}
