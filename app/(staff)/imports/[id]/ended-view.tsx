import { ButtonLink } from "#components/button.tsx";
import { Card } from "#components/card.tsx";
import { CountsBar } from "#components/counts-bar.tsx";
import { Notice } from "#components/notice.tsx";
import type { Import } from "#lib/imports/import.ts";

/** An import that changed nothing, or nothing any more: why, and how to go on. */
export function EndedView({ found, mayRun }: { found: Import; mayRun: boolean }) {
  const { title, tone, words } = SAID[found.state as keyof typeof SAID];
  const again = new URLSearchParams({
    profile: String(found.profileId),
    action: found.action,
    reference: found.reference,
  });
  return (
    <>
      <Notice
        tone={tone}
        title={title}
        actions={
          mayRun && (
            <ButtonLink size="sm" href={`/imports/new?${again}`}>
              Import again
            </ButtonLink>
          )
        }
      >
        {found.errorMessage ?? words}
      </Notice>
      {found.read > 0 && (
        <Card title="What became of the lines">
          <CountsBar counts={found} />
        </Card>
      )}
    </>
  );
}

const SAID = {
  undone: { title: "This import was undone", tone: "info", words: "Everything that it changed is as it was before." },
  cancelled: {
    title: "This import was cancelled",
    tone: "info",
    words: "It had changed nothing. Its file was forgotten.",
  },
  interrupted: { title: "The file did not arrive whole", tone: "bad", words: "Nothing was changed. Upload it again." },
  failed: { title: "This import failed", tone: "bad", words: "Nothing was changed." },
} as const;
