import { Confirm } from "#components/confirm.tsx";
import { useWords } from "#components/words.ts";
import { type Import, LEAVE_LIMIT, type Review } from "#lib/imports/import.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { applyImport } from "./actions.ts";
import { CommandForm } from "./command-form.tsx";

/** The second question of an Overwrite that lets many leave. */
export function AskTwice({ found, review, profile }: { found: Import; review: Review; profile: Profile }) {
  const t = useWords();
  const { leaving, members } = review;
  const stay = found.new + found.updated + found.unchanged;
  return (
    <CommandForm action={applyImport} importId={found.id}>
      <input type="hidden" name="leaving" value={leaving} />
      <Confirm
        title={t("Let {count, plural, one {# contact} other {# contacts}} leave {name}?", {
          count: leaving,
          name: profile.name,
        })}
        consequences={[
          t("{count, plural, one {# contact} other {# contacts}} will be in the profile: exactly those of the file.", {
            count: stay,
          }),
          t(
            "{leaving, number} of {members, plural, one {# member} other {# members}} ({share}) leave it. That is more than {limit}. They stay in the repository with their status.",
            { leaving, members, share: t.share(leaving, members), limit: t.share(LEAVE_LIMIT, 1) },
          ),
          t("Until the next import of this profile, or for 30 days, you can undo this."),
        ]}
        submit={t("Overwrite, and let {leaving, number} leave", { leaving })}
        pending={t("Applying …")}
        cancelHref={`/imports/${found.id}`}
      />
    </CommandForm>
  );
}
