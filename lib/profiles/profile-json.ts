import type { z } from "zod";
import type { Field } from "#lib/fields/field.ts";
import type { Rule } from "#lib/rules/rule.ts";
import type { Person } from "#lib/staff/permissions.ts";
import { inEnglish } from "#lib/text/in-english.ts";
import { countAll } from "#lib/virtual/count-all.ts";
import type { LiveCounts } from "#lib/virtual/live-counts.ts";
import type { Profile } from "./profile.ts";
import type { fieldAnswer, profileAnswer } from "./profile-answer.ts";
import { profileRefs } from "./queries.ts";

/** Profiles as the API answers them; Virtual ones are counted now. */
export async function profilesJson(
  person: Person,
  profiles: readonly Profile[],
): Promise<z.input<typeof profileAnswer>[]> {
  const counting = countAll(person, profiles);
  const sources = await profileRefs(profiles.flatMap(({ sourceId }) => sourceId ?? []));
  return Promise.all(
    profiles.map(async (profile) =>
      profile.type === "virtual"
        ? virtualJson(profile, sources.get(profile.sourceId ?? 0)?.key, await counting.get(profile.id))
        : baseJson(profile),
    ),
  );
}

/** One of them. */
export async function profileJson(person: Person, profile: Profile) {
  return (await profilesJson(person, [profile]))[0];
}

function baseJson({ key, name, type, description, counts, fields, createdAt }: Profile) {
  return {
    key,
    name,
    type,
    description,
    counts,
    fields: fields.map(fieldJson),
    createdAt: createdAt.toISOString(),
  };
}

/** `counts` is null where counting took too long; `broken` says which parts of the rules do not fit any more. */
function virtualJson(profile: Profile, source: string | undefined, live: LiveCounts | undefined) {
  const counts = live && "counts" in live ? live.counts : null;
  const said =
    live?.state === "broken"
      ? { broken: live.faults.map(({ path, message }) => ({ path, message })) }
      : live?.state === "too_slow"
        ? { notice: inEnglish(live.words) }
        : {};
  return { ...baseJson(profile), counts, source, rules: profile.rules as Rule, ...said };
}

export const fieldJson = ({ name, type, required, options }: Field): z.input<typeof fieldAnswer> => ({
  name,
  type,
  required,
  ...(type === "choice" ? { options: [...options] } : {}),
});
