import type { z } from "zod";
import { type FormAnswer, runForm } from "./form-action.ts";
import type { FormState } from "./form-state.ts";

/** As `staffAction`, for the few forms of somebody who is not signed in: sign-in and set-up. */
export function guestAction<Schema extends z.ZodType>(
  schema: Schema,
  body: (input: z.output<Schema>) => Promise<FormAnswer>,
): (previous: FormState, form: FormData) => Promise<FormState> {
  return (_previous, form) =>
    runForm(
      form,
      schema,
      async () => null,
      (_nobody, input) => body(input),
    );
}
