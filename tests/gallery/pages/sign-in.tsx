import { Field } from "#components/field.tsx";
import { FormStack } from "#components/form.tsx";
import { Input } from "#components/input.tsx";
import { SignInCard } from "#components/sign-in-card.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
export function SignIn() {
  return (
    <SignInCard
      title="Sign in"
      description="with the email of your work"
      footer="No account? An administrator adds you under Staff."
    >
      <form>
        <FormStack>
          <Field name="email" label="Email" required>
            {(control) => <Input type="email" autoComplete="username" {...control} />}
          </Field>
          <Field
            name="password"
            label="Password"
            required
            error="Email or password is wrong. Try again, or ask an administrator."
          >
            {(control) => <Input type="password" autoComplete="current-password" {...control} />}
          </Field>
          <SubmitButton pending="Signing in …">Sign in</SubmitButton>
        </FormStack>
      </form>
    </SignInCard>
  );
}
