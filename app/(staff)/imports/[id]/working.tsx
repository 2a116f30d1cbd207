import { formatBytes, formatNumber } from "#components/format.ts";
import { Notice } from "#components/notice.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import type { Import } from "#lib/imports/import.ts";
import { mayAsk } from "#lib/imports/states.ts";
import { cancelImport } from "./actions.ts";
import { CommandForm } from "./command-form.tsx";
import { LiveProgress } from "./live-progress.tsx";

/** Receiving, Checking, Applying: how far it is. */
export function Working({ found, mayRun }: { found: Import; mayRun: boolean }) {
  return (
    <>
      <Bar found={found} />
      <Notice>
        {found.state === "receiving"
          ? "The file arrives from the page that uploads it. Keep that page open until it has arrived."
          : "You may close this page: the import goes on, and its log keeps what became of it."}
      </Notice>
      {mayRun && mayAsk("cancel", found.state) && (
        <CommandForm action={cancelImport} importId={found.id}>
          <div>
            <SubmitButton variant="secondary" icon="cross" pending="Cancelling …">
              Cancel the import
            </SubmitButton>
          </div>
        </CommandForm>
      )}
    </>
  );
}

function Bar({ found }: { found: Import }) {
  const { state, progressDone, progressTotal, read, rejected, duplicate } = found;
  if (state === "checking") {
    return (
      <LiveProgress
        id="check"
        label="Reading every row, and comparing it with the profile"
        done={progressDone}
        max={progressTotal}
        of="bytes"
        words={
          progressTotal > 0 && progressDone >= progressTotal ? "All rows are read. Now they are compared." : undefined
        }
      />
    );
  }
  if (state === "applying") {
    return (
      <LiveProgress
        id="apply"
        label={`Applying ${formatNumber(read - rejected - duplicate)} rows, all or none of them`}
        done={0}
        max={0}
        of="rows"
        since={found.applyStartedAt?.getTime()}
      />
    );
  }
  return <LiveProgress id="receive" label="Receiving the file" done={0} max={0} of="bytes" words={sizeWords(found)} />;
}

const sizeWords = ({ bytes }: Import) => (bytes > 0 ? `${formatBytes(bytes)} have arrived.` : undefined);
