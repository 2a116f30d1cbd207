import { type ReactNode, Suspense } from "react";
import { useWords } from "#components/words.ts";

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
