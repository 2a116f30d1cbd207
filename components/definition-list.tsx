import type { ReactNode } from "react";
import { useWords } from "#components/words.ts";

/** What is known of one thing: its children are Definition. The values stand beside their names where there is room. */
export function DefinitionList({ children }: { children: ReactNode }) {
  return <dl className="flex min-w-0 flex-col">{children}</dl>;
}

/** One name and its value; an empty value draws a dash, heard as "empty". */
export function Definition({ term, children }: { term: ReactNode; children?: ReactNode }) {
  const t = useWords();
  const empty = children === undefined || children === null || children === "";
  return (
    <div className="grid min-w-0 gap-x-4 border-line border-b py-2 first:pt-0 last:border-b-0 last:pb-0 sm:grid-cols-[minmax(7rem,11rem)_minmax(0,1fr)]">
      <dt className="text-muted text-sm leading-5.5">{term}</dt>
      <dd className="min-w-0">
        {empty ? (
          <span className="text-muted">
            <span aria-hidden="true">–</span>
            <span className="sr-only">{t("empty")}</span>
          </span>
        ) : (
          children
        )}
      </dd>
    </div>
  );
}
