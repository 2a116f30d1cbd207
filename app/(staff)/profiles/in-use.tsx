import type { ReactNode } from "react";
import { Notice } from "#components/notice.tsx";
import { TextLink } from "#components/text-link.tsx";
import { useWords } from "#components/words.ts";
import type { Dependent } from "#lib/profiles/dependents.ts";

/** The virtual profiles that stand in the way of a change, by name, and why. */
export function InUse({
  title,
  dependents,
  children,
}: {
  title: string;
  dependents: readonly Dependent[];
  children?: ReactNode;
}) {
  const t = useWords();
  return (
    <Notice tone="warn" title={title}>
      <p>{children ?? t("These virtual profiles are built on it or name it. Change or delete them first.")}</p>
      <ul className="mt-1 list-disc space-y-1.5 pl-5">
        {dependents.map(({ id, name, why }) => (
          <li key={id}>
            <TextLink href={`/profiles/${id}`}>{name}</TextLink>
            {why && <>: {t.words(why)}</>}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
