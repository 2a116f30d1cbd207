import { formatBytes, formatNumber } from "#components/format.ts";
import { Notice } from "#components/notice.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import type { Import } from "#lib/imports/import.ts";
import { mayAsk } from "#lib/imports/states.ts";
import { expectedRate, importsAhead } from "#lib/imports/waiting.ts";
import { may, type Person } from "#lib/staff/permissions.ts";
import { cancelImport } from "./actions.ts";
import { CommandForm } from "./command-form.tsx";
import { ExpectedProgress } from "./expected-progress.tsx";
import { LiveProgress } from "./live-progress.tsx";

/** Receiving, Checking, Applying: how far it is. */
export async function Working({ found, person }: { found: Import; person: Person }) {
  const mayRun = may(person, "imports.run");
  const rate = found.state === "applying" ? await expectedRate(person, found) : null;
  const ahead = found.state === "checking" && found.progressTotal === 0 ? await importsAhead(person, found) : [];
  return (
    <>
      <Bar found={found} rate={rate} />
      {ahead.length > 0 && (
        <Notice title={`Number ${ahead.length + 1} in the queue`}>
          Two files are checked at a time. This one starts by itself when an earlier one has ended.
        </Notice>
      )}
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

function Bar({ found, rate }: { found: Import; rate: number | null }) {
  const { state, progressDone, progressTotal, read, rejected, duplicate } = found;
  if (state === "checking") {
    return (
      <LiveProgress
        id="check"
        label="Reading every row, and comparing it with the profile"
        done={progressDone}
        max={progressTotal}
        of="rows"
        words={
          progressTotal > 0 && progressDone >= progressTotal ? "All rows are read. Now they are compared." : undefined
        }
      />
    );
  }
  if (state === "applying") {
    return (
      <ExpectedProgress
        id="apply"
        label={`Applying ${formatNumber(read - rejected - duplicate)} rows, all or none of them`}
        max={read - rejected - duplicate}
        rate={rate}
        since={found.applyStartedAt?.getTime() ?? 0}
      />
    );
  }
  return <LiveProgress id="receive" label="Receiving the file" done={0} max={0} of="bytes" words={sizeWords(found)} />;
}

const sizeWords = ({ bytes }: Import) => (bytes > 0 ? `${formatBytes(bytes)} have arrived.` : undefined);
