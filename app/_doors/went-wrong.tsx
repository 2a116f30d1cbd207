"use client";

import { Button } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";

/** What a page says when drawing it failed. The id is in the server's log, beside what happened. */
export function WentWrong({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <Notice tone="bad" title="This page could not be shown" live actions={<Button onClick={retry}>Try again</Button>}>
      <p>
        Nothing was changed. If it happens again, tell an administrator
        {error.digest && (
          <>
            : error <code>{error.digest}</code>
          </>
        )}
        .
      </p>
    </Notice>
  );
}
