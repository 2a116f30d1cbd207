"use server";

import { redirect } from "next/navigation";
import { staffAction } from "#app/_doors/staff-action.ts";
import type { Translator } from "#components/words/translator.ts";
import { getWords } from "#components/words.ts";
import { Problem } from "#lib/problem.ts";
import { profileDescription, profileName } from "#lib/profiles/input.ts";
import type { Person } from "#lib/staff/permissions.ts";
import { createVirtualProfile } from "#lib/virtual/create-virtual-profile.ts";
import { presentVersionOf } from "#lib/virtual/queries.ts";
import { saveRules } from "#lib/virtual/save-rules.ts";
import { type DraftGroup, draftAfter } from "./draft.ts";
import { askedIn, type Entries, entries, textIn } from "./form-input.ts";
import { type Preview, previewOf, wrongOf } from "./preview.ts";
import { ruleOfDraft } from "./rule-of-draft.ts";

/** What the builder's form is told, beside errors. `seen`: the version of the rules to go on from. */
export type BuilderData = { draft: DraftGroup; preview: Preview; seen?: number };

/** Save, or one of the buttons that change the rows or ask again who matches. */
export const sendRules = staffAction("profiles.edit", entries, async (person, values) => {
  const t = await getWords();
  const asked = await askedIn(person, values);
  const intent = textIn(values, "intent");
  if (intent === "save") return save(person, values, asked, t);
  const draft = draftAfter(intent, asked.draft) ?? asked.draft;
  const preview = await previewOf(person, { ...asked, draft }, t);
  return { values, data: { draft, preview } satisfies BuilderData };
});

type Asking = Awaited<ReturnType<typeof askedIn>>;

async function save(person: Person, values: Entries, asked: Asking, t: Translator) {
  const read = ruleOfDraft(asked.draft, asked.source, t);
  const errors = { ...errorsOfName(values, asked, t), ...read.unfinished, ...read.wrong };
  let problem: Problem | null = null;
  if (Object.keys(errors).length === 0) {
    try {
      redirect(await stored(person, values, asked, read.rule));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      problem = error;
      Object.assign(
        errors,
        error.code === "profile_name_taken" ? { name: t.words(error.words) } : wrongOf(error, read, t),
      );
    }
  }
  const data: BuilderData = { draft: asked.draft, preview: await previewOf(person, asked, t) };
  if (problem?.code !== "rules_changed" || !asked.profile)
    return { values, errors, message: problem ? t.words(problem.words) : undefined, data };
  // Whoever has read that goes on from what is there now.
  return {
    values,
    errors: {},
    message: t.words(problem.words),
    data: { ...data, seen: await presentVersionOf(person, asked.profile.id) },
  };
}

function errorsOfName(values: Entries, { profile }: Asking, t: Translator): Record<string, string> {
  if (profile) return {};
  const name = profileName.safeParse(textIn(values, "name"));
  const description = profileDescription.safeParse(textIn(values, "description"));
  return {
    ...(name.success ? {} : { name: t(name.error.issues[0]?.message ?? "") }),
    ...(description.success ? {} : { description: t(description.error.issues[0]?.message ?? "") }),
  };
}

/** Where to go on. */
async function stored(person: Person, values: Entries, { profile, source }: Asking, rules: unknown): Promise<string> {
  if (profile) {
    await saveRules(person, profile.id, rules, Number(textIn(values, "seen")) || 0);
    return `/profiles/${profile.id}?done=rules-saved`;
  }
  const name = profileName.parse(textIn(values, "name"));
  const description = profileDescription.parse(textIn(values, "description"));
  const { id } = await createVirtualProfile(person, { name, description, rules, source: { id: source.id } });
  return `/profiles/${id}?done=virtual-made`;
}
