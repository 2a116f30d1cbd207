import type { ReactNode } from "react";
import { Notice } from "#components/notice.tsx";
import { getWords, useWords } from "#components/words.ts";
import { Problem } from "#lib/problem.ts";
import { isBusy } from "#lib/text/sql-state.ts";

/** Draws a part of a page or, where what it needs cannot be had now, says so in its place; the other parts stay. */
export async function part<Needed>(needed: Promise<Needed>, draw: (needed: Needed) => ReactNode): Promise<ReactNode> {
  try {
    return draw(await needed);
  } catch (error) {
    if (error instanceof Problem) return <Notice tone="warn">{(await getWords()).words(error.words)}</Notice>;
    if (!isBusy(error)) throw error;
    return <TooLong />;
  }
}

/** Whether something was stopped because it took too long, or could not begin. */
export const tookTooLong = (error: unknown): boolean =>
  isBusy(error) || (error instanceof Problem && error.code === "rule_too_slow");

function TooLong() {
  const t = useWords();
  return (
    <Notice tone="warn" title={t("This took too long to count")}>
      {t("The database is busy. Load the page again in a moment.")}
    </Notice>
  );
}
