import { headers } from "next/headers";
import type { z } from "zod";
import { Problem } from "#lib/problem.ts";
import { authorize, type Permission, type Person } from "#lib/staff/permissions.ts";
import { currentPerson } from "./current-person.ts";
import { type FormAnswer, runForm } from "./form-action.ts";
import type { FormState } from "./form-state.ts";
import { noteDenials } from "./note-denials.ts";
import { pagePerson } from "./page.ts";

export type { FormState } from "./form-state.ts";

/**
 * A server action for `useActionState`: our own page → signed in → allowed → `schema` over the form's entries (a name
 * that comes several times is a list, files are left out) → `body`, which sees only good input and may return a part
 * of the form's state or call `redirect()`.
 *
 * A Problem that lib throws becomes `message` and, by its details' paths, `errors`; the person's answers come back in
 * `values`. An unexpected error is logged, and the message shows its id.
 *
 *     "use server";
 *     export const createProfile = staffAction("profiles.edit", profileInput, async (person, input) => {
 *       const { id } = await makeProfile(person, input);
 *       redirect(`/profiles/${id}`);
 *     });
 */
export function staffAction<Schema extends z.ZodType>(
  permission: Permission,
  schema: Schema,
  body: (person: Person, input: z.output<Schema>) => Promise<FormAnswer>,
): (previous: FormState, form: FormData) => Promise<FormState> {
  return (_previous, form) =>
    runForm(
      form,
      schema,
      () => senderOf(permission),
      (person, input) => noteDenials(person, () => body(person, input)),
    );
}

/**
 * With JavaScript whoever was signed out meanwhile reads it in the form, and keeps what was filled in. Without it the
 * page is drawn anew after the action, and would lead away with a redirect that sends the form on: it is led away here.
 */
async function senderOf(permission: Permission): Promise<Person> {
  const byScript = (await headers()).has("next-action");
  return byScript ? allowedPerson(permission) : pagePerson(permission);
}

/** The person who sends a form or asks a route handler. Throws Problem `unauthenticated` or `forbidden`. */
export async function allowedPerson(permission: Permission): Promise<Person> {
  const person = await currentPerson();
  if (!person) {
    throw new Problem(
      "unauthenticated",
      "signed_out",
      "You are not signed in any more. Sign in again in another tab, then send this once more.",
    );
  }
  await noteDenials(person, () => authorize(person, permission));
  return person;
}
