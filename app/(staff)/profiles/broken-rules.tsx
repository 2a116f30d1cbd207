import { ButtonLink } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";
import type { Profile } from "#lib/profiles/profile.ts";
import type { RuleFault } from "#lib/rules/check-rule.ts";
import { faultsInWords } from "#lib/virtual/kept-rule.ts";
import { rulesAddress } from "./rules-address.ts";

/** Which conditions of a Virtual profile do not fit any more, and why: it means nobody until they are mended. */
export async function BrokenRules({
  profile,
  faults,
  mayEdit,
}: {
  profile: Profile;
  faults: readonly RuleFault[];
  mayEdit: boolean;
}) {
  return (
    <Notice
      tone="bad"
      title={`The rules of ${profile.name} are broken, so nobody is in it`}
      actions={
        mayEdit && (
          <ButtonLink href={rulesAddress(profile.id)} icon="edit">
            Mend the rules
          </ButtonLink>
        )
      }
    >
      <ul className="mt-1 flex list-disc flex-col gap-1 pl-5">
        {(await faultsInWords(profile, faults)).map(({ condition, message }) => (
          <li key={`${condition} ${message}`}>
            {condition && <strong className="font-medium">{condition}: </strong>}
            {message}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
