import { ButtonLink } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";
import { getWords } from "#components/words.ts";
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
  const t = await getWords();
  return (
    <Notice
      tone="bad"
      title={t("The rules of {name} are broken, so nobody is in it", { name: profile.name })}
      actions={
        mayEdit && (
          <ButtonLink href={rulesAddress(profile.id)} icon="edit">
            {t("Mend the rules")}
          </ButtonLink>
        )
      }
    >
      <ul className="mt-1 flex list-disc flex-col gap-1 pl-5">
        {(await faultsInWords(profile, faults)).map(({ condition, message }, at) => (
          // The list is drawn once, as it is given.
          <li key={String(at)}>
            {condition && <strong className="font-medium">{t.words(condition)}: </strong>}
            {t.words(message)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
