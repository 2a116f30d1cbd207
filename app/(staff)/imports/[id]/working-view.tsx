import { formatBytes } from "#components/format.ts";
import { Notice } from "#components/notice.tsx";
import { Progress } from "#components/progress.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import type { Import } from "#lib/imports/import.ts";
import { mayAsk } from "#lib/imports/states.ts";
import { cancelIt } from "./actions.ts";
import { CommandForm } from "./command-form.tsx";

/** While the file arrives, is checked, or goes in. */
export function WorkingView({ found, mayRun }: { found: Import; mayRun: boolean }) {
  return (
    <>
      <StepProgress found={found} />
      <Notice tone="info">You may close this page: the import goes on, and is found again in Logs.</Notice>
      {mayRun && mayAsk("cancel", found.state) && (
        <CommandForm action={cancelIt} importId={found.id}>
          <div>
            <SubmitButton variant="secondary" pending="Cancelling …">
              Cancel the import
            </SubmitButton>
          </div>
        </CommandForm>
      )}
    </>
  );
}

function StepProgress({ found }: { found: Import }) {
  const { state, progressDone, progressTotal, receivedAt, createdAt, applyStartedAt } = found;
  if (state === "applying") {
    const seconds = secondsSince(applyStartedAt);
    return (
      <Progress id="work" label="Applying, as one change: all of it or nothing" done={seconds} unit="seconds so far" />
    );
  }
  if (state === "receiving" || progressTotal === 0 || progressDone >= progressTotal) {
    const label = state === "receiving" ? "Receiving the file" : "Comparing with the profile";
    return (
      <Progress
        id="work"
        label={label}
        done={secondsSince(state === "receiving" ? createdAt : receivedAt)}
        unit="seconds so far"
      />
    );
  }
  const rate = progressDone / Math.max(secondsSince(receivedAt), 1);
  return (
    <Progress
      id="work"
      label="Reading and checking every row"
      done={progressDone}
      max={progressTotal}
      unit=""
      format={formatBytes}
      rate={rate}
      secondsLeft={(progressTotal - progressDone) / rate}
    />
  );
}

const secondsSince = (moment: Date | null): number =>
  Math.round((Date.now() - (moment ?? new Date()).getTime()) / 1000);
