"use client";

import { useWords } from "#components/words.ts";

/**
 * What a page says when drawing it failed. The id is in the server's log, beside what happened. Every page carries this
 * in case it is needed, so it is plain: a Notice and a Button would bring all that those can look like.
 */
export function WentWrong({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  const t = useWords();
  return (
    <div role="alert" className="max-w-prose rounded-lg border border-bad/35 bg-bad-soft px-3.5 py-3">
      <p className="font-semibold">{t("This page could not be shown")}</p>
      <p>
        {error.digest
          ? t.rich("Nothing was changed. If it happens again, tell an administrator: error <code>{id}</code>.", {
              id: error.digest,
              code: (id) => <code>{id}</code>,
            })
          : t("Nothing was changed. If it happens again, tell an administrator.")}
      </p>
      <button
        type="button"
        onClick={retry}
        className="mt-2 min-h-8.5 cursor-pointer rounded-md border border-edge/60 bg-surface px-3.5 font-medium hover:bg-hover pointer-coarse:min-h-11"
      >
        {t("Try again")}
      </button>
    </div>
  );
}
