"use client";

import { Button } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";
import { useWords } from "#components/words.ts";

/** What a page says when drawing it failed. The id is in the server's log, beside what happened. */
export function WentWrong({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  const t = useWords();
  return (
    <Notice
      tone="bad"
      title={t("This page could not be shown")}
      live
      actions={<Button onClick={retry}>{t("Try again")}</Button>}
    >
      <p>
        {error.digest
          ? t.rich("Nothing was changed. If it happens again, tell an administrator: error <code>{id}</code>.", {
              id: error.digest,
              code: (id) => <code>{id}</code>,
            })
          : t("Nothing was changed. If it happens again, tell an administrator.")}
      </p>
    </Notice>
  );
}
