import { ImportStateBadge, StatusBadge } from "#components/badge.tsx";
import { Button } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { Progress } from "#components/progress.tsx";

import { InFrame } from "#tests/gallery/pages/in-frame.tsx";
export function Importing() {
  return (
    <InFrame>
      <PageHeader
        title="Spring campaign, Bogotá"
        badge={<ImportStateBadge state="applying" />}
        description="1,204,332 rows into Newsletter."
      />
      <Progress id="apply" label="Applying" done={612000} max={1204332} rate={41200} secondsLeft={14} />
      <Progress id="check" label="Receiving" done={61200} />
      <Notice tone="info">You may close this tab: the import goes on.</Notice>
      <Notice tone="good" title="1,204,000 contacts were added" actions={<Button size="sm">View log</Button>}>
        332 rows were rejected; the log says why.
      </Notice>
      <Notice tone="warn" title="This overwrites 31% of the profile">
        374,112 contacts leave it. They stay in the repository.
      </Notice>
      <div className="flex flex-wrap gap-2">
        {(
          [
            "receiving",
            "columns",
            "checking",
            "ready",
            "applying",
            "done",
            "undone",
            "cancelled",
            "interrupted",
            "failed",
          ] as const
        ).map((state) => (
          <ImportStateBadge key={state} state={state} />
        ))}
        {(["active", "unsubscribed", "bounced"] as const).map((status) => (
          <StatusBadge key={status} status={status} />
        ))}
      </div>
    </InFrame>
  );
}
