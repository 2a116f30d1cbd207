import { Notice } from "#components/notice.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import type { Translator } from "#components/words/translator.ts";
import { getWords, useWords } from "#components/words.ts";
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
  const t = await getWords();
  const mayRun = may(person, "imports.run");
  const rate = found.state === "applying" ? await expectedRate(person, found) : null;
  const ahead = found.state === "checking" && found.progressTotal === 0 ? await importsAhead(person, found) : [];
  return (
    <>
      <Bar found={found} rate={rate} />
      {ahead.length > 0 && (
        <Notice title={t("Number {place, number} in the queue", { place: ahead.length + 1 })}>
          {t("Two files are checked at a time. This one starts by itself when an earlier one has ended.")}
        </Notice>
      )}
      <Notice>
        {found.state === "receiving"
          ? t("The file arrives from the page that uploads it. Keep that page open until it has arrived.")
          : t("You may close this page: the import goes on, and its log keeps what became of it.")}
      </Notice>
      {mayRun && mayAsk("cancel", found.state) && (
        <CommandForm action={cancelImport} importId={found.id}>
          <div>
            <SubmitButton variant="secondary" icon="cross" pending={t("Cancelling …")}>
              {t("Cancel the import")}
            </SubmitButton>
          </div>
        </CommandForm>
      )}
    </>
  );
}

function Bar({ found, rate }: { found: Import; rate: number | null }) {
  const t = useWords();
  const { state, progressDone, progressTotal, read, rejected, duplicate } = found;
  if (state === "checking") {
    return (
      <LiveProgress
        id="check"
        label={t("Reading every row, and comparing it with the profile")}
        done={progressDone}
        // Until rows were read the total is the file's bytes: how many rows there are nobody knows yet.
        max={progressDone === 0 ? 0 : progressTotal}
        of="rows"
        words={
          progressDone > 0 && progressDone >= progressTotal ? t("All rows are read. Now they are compared.") : undefined
        }
      />
    );
  }
  if (state === "applying") {
    return (
      <ExpectedProgress
        id="apply"
        label={t("Applying {count, plural, one {# row} other {# rows, all or none of them}}", {
          count: read - rejected - duplicate,
        })}
        max={read - rejected - duplicate}
        rate={rate}
        since={found.applyStartedAt?.getTime() ?? 0}
      />
    );
  }
  return (
    <LiveProgress
      id="receive"
      label={t("Receiving the file")}
      done={0}
      max={0}
      of="bytes"
      words={sizeWords(found, t)}
    />
  );
}

const sizeWords = ({ bytes }: Import, t: Translator) =>
  bytes > 0 ? t("{size} have arrived.", { size: t.bytes(bytes) }) : undefined;
