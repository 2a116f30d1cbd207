import { type ReactNode, Suspense } from "react";
import { Notice } from "#components/notice.tsx";
import { getWords, useWords } from "#components/words.ts";
import { Problem } from "#lib/problem.ts";
import { isBusy } from "#lib/text/sql-state.ts";

/**
 * Parts of a page that are counted meanwhile, shown one after another as each is there. What is waited for is always the
 * last thing on the page, so nothing that can be read is ever moved. `whole`: all at once, for a browser without JavaScript.
 */
export async function InTurn({ parts, whole }: { parts: readonly Promise<ReactNode>[]; whole: boolean }) {
  const [first, ...rest] = parts;
  if (!first) return null;
  const next = <InTurn parts={rest} whole={whole} />;
  return (
    <>
      {await first}
      {whole || rest.length === 0 ? next : <Suspense fallback={<Counting />}>{next}</Suspense>}
    </>
  );
}

export function Counting() {
  const t = useWords();
  return (
    <p role="status" className="py-10 text-center text-muted">
      {t("Counting …")}
    </p>
  );
}

/** Draws what is counted or, where that cannot be done now, says so in its place; the other parts stay. */
export async function part<Counted>(
  counted: Promise<Counted>,
  draw: (counted: Counted) => ReactNode,
): Promise<ReactNode> {
  try {
    return draw(await counted);
  } catch (error) {
    if (error instanceof Problem) return <Notice tone="warn">{(await getWords()).words(error.words)}</Notice>;
    if (!isBusy(error)) throw error;
    return <TooLong />;
  }
}

function TooLong() {
  const t = useWords();
  return (
    <Notice tone="warn" title={t("This took too long to count")}>
      {t("The database is busy. Load the page again in a moment.")}
    </Notice>
  );
}
