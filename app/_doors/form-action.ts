import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import type { Translator } from "#components/words/translator.ts";
import { getWords } from "#components/words.ts";
import { assertSameOrigin } from "#lib/http/same-origin.ts";
import { Problem } from "#lib/problem.ts";
import { logDefect } from "#lib/text/defect.ts";
import { issueWords } from "#lib/text/issue-words.ts";
import { pathOfNul } from "#lib/text/nul.ts";
import { isBusy, isDiskFull } from "#lib/text/sql-state.ts";
import type { FormState } from "./form-state.ts";
import { DISK_FULL, inWords } from "./problem-response.ts";

/** What the body of an action may say to its form; nothing when it is content. */
export type FormAnswer = Partial<FormState> | undefined;

/**
 * One form, from the guard to the answer: must come from our own page, `before` (the person, the permission), the
 * schema over the form's entries, `body`. Whatever fails is an answer to the form, with what the person had filled in.
 */
export async function runForm<Before, Schema extends z.ZodType>(
  form: FormData,
  schema: Schema,
  before: () => Promise<Before>,
  body: (before: Before, input: z.output<Schema>) => Promise<FormAnswer>,
): Promise<FormState> {
  // An action is an address: whoever calls it with something else has sent an empty form.
  const entries = form instanceof FormData ? entriesOf(form) : {};
  const values = withoutPasswords(entries);
  const t = await getWords();
  try {
    assertSameOrigin(await headers());
    const came = await before();
    const input = schema.safeParse(entries);
    const wrong = input.success ? nulErrors(entries, t) : errorsOf(input.error.issues, t);
    if (!input.success || wrong.length > 0) return { ...byPath(wrong), values };
    return { errors: {}, values: {}, ...(await body(came, input.data)) };
  } catch (error) {
    unstable_rethrow(error); // redirect() and notFound() are thrown
    return { ...answerTo(error, t), values };
  }
}

type Entries = Record<string, string | string[]>;
type Wrong = { path: string; message: string };

/** A name that comes several times (tick boxes) is a list; files, and what React adds for itself, are left out. */
function entriesOf(form: FormData): Entries {
  const all = new Map<string, string[]>();
  for (const [name, value] of form) {
    if (typeof value === "string" && !name.startsWith("$ACTION_")) all.set(name, [...(all.get(name) ?? []), value]);
  }
  return Object.fromEntries([...all].map(([name, texts]) => [name, texts.length === 1 ? (texts[0] ?? "") : texts]));
}

const withoutPasswords = (entries: Entries): Entries =>
  Object.fromEntries(Object.entries(entries).filter(([name]) => !/password|secret|token|^(again|code)$/i.test(name)));

function nulErrors(entries: Entries, t: Translator): Wrong[] {
  const path = pathOfNul(entries);
  return path === null
    ? []
    : [{ path, message: t("This holds a character that cannot be kept (U+0000). Take it out.") }];
}

const errorsOf = (issues: readonly z.core.$ZodIssue[], t: Translator): Wrong[] =>
  issues.map((issue) => ({ path: issue.path.join("."), message: t.words(issueWords(issue)) }));

/** The first thing wrong with each control; what is wrong with no control in particular is the message. */
function byPath(wrong: readonly Wrong[]): Pick<FormState, "errors" | "message"> {
  const errors = new Map<string, string>();
  for (const { path, message } of wrong) if (!errors.has(path)) errors.set(path, message);
  const message = errors.get("");
  errors.delete("");
  return { errors: Object.fromEntries(errors), message };
}

function answerTo(error: unknown, t: Translator): Pick<FormState, "errors" | "message"> {
  if (error instanceof Problem) {
    const { message, details } = inWords(error, t);
    return { ...byPath(details), message };
  }
  if (isBusy(error)) {
    return { errors: {}, message: t("Rollbook is busy at this moment. Nothing was changed: try again.") };
  }
  if (isDiskFull(error)) return { errors: {}, message: t.words(DISK_FULL) };
  const id = logDefect("form", error);
  const message = t("Something went wrong here, and nothing was changed. Tell an administrator: error {id}.", { id });
  return { errors: {}, message };
}
