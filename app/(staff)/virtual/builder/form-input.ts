import { z } from "zod";
import type { Profile } from "#lib/profiles/profile.ts";
import { profileById } from "#lib/profiles/queries.ts";
import type { Rule } from "#lib/rules/rule.ts";
import type { Person } from "#lib/staff/permissions.ts";
import { idOf } from "#lib/text/id-of.ts";
import { keptRule, presentMeaning } from "#lib/virtual/kept-rule.ts";
import { draftIn } from "./draft-form.ts";
import type { Asked } from "./preview.ts";

/** A form's entries as they come: every value is a text, or a list of them. A pasted list may be long. */
export const entries = z.record(z.string().max(100), z.union([z.string().max(500_000), z.array(z.string()).max(2000)]));
export type Entries = z.output<typeof entries>;

export const textIn = (values: Entries, name: string): string => {
  const value = values[name];
  return typeof value === "string" ? value : "";
};

/** What the builder's form asks about: for a new Virtual profile, or for the one whose rules are edited. */
export async function askedIn(person: Person, values: Entries): Promise<Asked & { profile: Profile | null }> {
  const edited = idOf(textIn(values, "profile"));
  const profile = edited === 0 ? null : await profileById(person, edited);
  const source = await profileById(person, profile?.sourceId ?? idOf(textIn(values, "source")));
  return {
    source,
    profile,
    draft: draftIn(values),
    edited: profile && (await editedOf(profile)),
    address: textIn(values, "why"),
  };
}

/** The rules of a profile: as they are kept, and whom they mean now: nobody while they do not fit. */
export async function editedOf(profile: Profile): Promise<{ key: string; kept: Rule | null; means: Rule }> {
  return { key: profile.key, kept: keptRule(profile), means: await presentMeaning(profile) };
}
