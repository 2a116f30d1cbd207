import { Card } from "#components/card.tsx";
import { When } from "#components/date-time.tsx";
import { Timeline, TimelineEvent } from "#components/timeline.tsx";
import { useWords } from "#components/words.ts";
import type { HistoryEntry } from "#lib/contacts/history.ts";
import { entryInWords } from "./history-words.tsx";

type Props = { history: readonly HistoryEntry[]; more: boolean; timeZone: string };

/** What happened to the person, the latest first; `more`: there are earlier things, which are not shown. */
export function HistoryCard({ history, more, timeZone }: Props) {
  const t = useWords();
  return (
    <Card title={t("History")} description={t("Values before and after an import are kept for 30 days.")}>
      {history.length === 0 ? (
        <p className="text-muted">{t("Nothing is known of how this contact came here.")}</p>
      ) : (
        <Timeline label={t("History of this contact")}>
          {history.map((entry, index) => {
            const { title, icon, tone, details } = entryInWords(entry, timeZone, t);
            return (
              <TimelineEvent
                // Two things may happen in one moment, and the list is drawn once.
                key={String(index)}
                icon={icon}
                tone={tone}
                title={title}
                when={<When value={entry.at} timeZone={timeZone} />}
                by={t.words(entry.by)}
              >
                {details}
              </TimelineEvent>
            );
          })}
        </Timeline>
      )}
      {more && (
        <p className="text-muted">
          {t("Only the latest are shown. The file of “Download everything” has all of them.")}
        </p>
      )}
    </Card>
  );
}
