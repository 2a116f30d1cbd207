import { Confirm } from "#components/confirm.tsx";
import { formatCount, formatNumber, formatShare } from "#components/format.ts";
import { type Import, LEAVE_LIMIT, type Review } from "#lib/imports/import.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { applyImport } from "./actions.ts";
import { CommandForm } from "./command-form.tsx";

/** The second question of an Overwrite that lets many leave. */
export function AskTwice({ found, review, profile }: { found: Import; review: Review; profile: Profile }) {
  const { leaving, members } = review;
  const stay = found.new + found.updated + found.unchanged;
  return (
    <CommandForm action={applyImport} importId={found.id}>
      <input type="hidden" name="leaving" value={leaving} />
      <Confirm
        title={`Let ${formatCount(leaving, "contact")} leave ${profile.name}?`}
        consequences={[
          `${formatCount(stay, "contact")} will be in the profile: exactly those of the file.`,
          `${formatNumber(leaving)} of ${formatCount(members, "member")} (${formatShare(leaving, members)}) leave it. That is more than ${LEAVE_LIMIT * 100}%. They stay in the repository with their status.`,
          "Until the next import of this profile, or for 30 days, you can undo this.",
        ]}
        submit={`Overwrite, and let ${formatNumber(leaving)} leave`}
        pending="Applying …"
        cancelHref={`/imports/${found.id}`}
      />
    </CommandForm>
  );
}
