"use client";

import { Disclosure } from "#components/disclosure.tsx";
import { Notice } from "#components/notice.tsx";
import { useWords } from "#components/words.ts";
import type { Preview } from "./preview.ts";
import { SampleList } from "./sample-list.tsx";

type Counted = NonNullable<Preview["counted"]>;

/** Who the rules mean, as of now: how many of how many, how many can be sent to, what a change does, and some of them. */
export function PreviewPanel({
  preview,
  asking,
  failed,
  edits,
}: {
  preview: Preview;
  asking: boolean;
  failed: string | null;
  edits: boolean;
}) {
  const t = useWords();
  const { counted, sentence, left, wrong, problem } = preview;
  return (
    <section
      id="preview"
      aria-label={t("Who matches")}
      className="flex min-w-0 flex-col gap-4 rounded-lg border border-line p-4"
    >
      <div
        aria-live="polite"
        aria-busy={asking}
        className={asking ? "opacity-60 transition-opacity" : "transition-opacity"}
      >
        {failed !== null && (
          <Notice tone="bad">
            {failed || t("The count could not be asked for. Check the connection; what you made is still here.")}
          </Notice>
        )}
        {problem && <Notice tone="warn">{problem}</Notice>}
        {!counted && !problem && Object.keys(wrong).length > 0 && (
          <p className="text-muted">{t("Counted as soon as what is marked in red is put right.")}</p>
        )}
        {counted && <Count counted={counted} />}
      </div>
      {counted && <Sendable counted={counted} />}
      {left > 0 && (
        <p className="text-muted text-sm">
          {t(
            "{left, plural, one {One condition is not filled in yet, and left out of the count.} other {# conditions are not filled in yet, and left out of the count.}}",
            { left },
          )}
        </p>
      )}
      <div>
        <h2 className="font-medium text-muted text-sm">{t("In words")}</h2>
        <p className="wrap-anywhere first-letter:uppercase">{sentence}.</p>
      </div>
      {edits && counted?.change && <Change change={counted.change} />}
      {counted && counted.sample.rows.length > 0 && (
        <div className="flex flex-col gap-1.5">
          <h2 className="font-medium text-muted text-sm">{t("Some of them")}</h2>
          <SampleList sample={counted.sample} label={t("Some of those who match")} />
        </div>
      )}
    </section>
  );
}

function Count({ counted: { count } }: { counted: Counted }) {
  const t = useWords();
  return (
    <p className="flex flex-wrap items-baseline gap-x-2">
      {t.rich("<big>{count, number}</big> <small>of {of, number} match ({share})</small>", {
        count: count.count,
        of: count.of,
        share: t.share(count.count, count.of),
        big: (words) => <span className="font-semibold text-3xl tabular-nums tracking-tight">{words}</span>,
        small: (words) => <span className="text-muted tabular-nums">{words}</span>,
      })}
    </p>
  );
}

/** Those who match and those who can be sent to are two numbers, with the difference between them. */
function Sendable({ counted: { count } }: { counted: Counted }) {
  const t = useWords();
  const { active, unsubscribed, bounced } = count;
  const rows = [
    [t("Can be sent to"), active, "bg-good"],
    [t("Unsubscribed"), unsubscribed, "bg-warn"],
    [t("Bounced"), bounced, "bg-bad"],
  ] as const;
  return (
    <dl className="flex flex-col gap-1 text-sm">
      {rows.map(([label, value, colour]) => (
        <div key={label} className="flex items-center justify-between gap-3">
          <dt className="flex items-center gap-2">
            <span aria-hidden="true" className={`size-2 rounded-full ${colour}`} />
            {label}
          </dt>
          <dd className="tabular-nums">{t.number(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What saving would do to the profile. */
function Change({ change }: { change: NonNullable<Counted["change"]> }) {
  const t = useWords();
  const { gained, lost, gainedSample, lostSample } = change;
  if (gained === 0 && lost === 0)
    return <p className="text-muted text-sm">{t("The saved rules mean the same contacts today.")}</p>;
  return (
    <div className="flex flex-col gap-2">
      <h2 className="font-medium text-muted text-sm">{t("Against the saved rules")}</h2>
      {gained > 0 && (
        <Disclosure summary={t("+{gained, number} come in", { gained })}>
          <SampleList sample={gainedSample} label={t("Some of those who come in")} />
        </Disclosure>
      )}
      {lost > 0 && (
        <Disclosure summary={t("−{lost, number} leave", { lost })}>
          <SampleList sample={lostSample} label={t("Some of those who leave")} />
        </Disclosure>
      )}
    </div>
  );
}
