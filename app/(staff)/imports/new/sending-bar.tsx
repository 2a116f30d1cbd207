import { Button } from "#components/button.tsx";
import { Progress } from "#components/progress.tsx";
import type { Translator } from "#components/words/translator.ts";
import { useWords } from "#components/words.ts";
import type { Sending } from "./use-upload.ts";

/** How much of a file has left, in the place of the form. */
export function SendingBar({
  sending: { file, number, files, progress },
  onStop,
}: {
  sending: Sending;
  onStop: () => void;
}) {
  const t = useWords();
  const { sent, total, startedAt } = progress ?? { sent: 0, total: 0, startedAt: 0 };
  const seconds = Math.max((Date.now() - startedAt) / 1000, 0.1);
  const rate = sent / seconds;
  const whole = total > 0 && sent >= total;
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <Progress
        id="upload"
        label={sendingWords({ whole, file, number, files }, t)}
        done={sent}
        max={total === 0 || whole ? undefined : total}
        format={t.bytes}
        rate={progress && !whole ? rate : undefined}
        secondsLeft={progress && !whole && rate > 0 ? (total - sent) / rate : undefined}
      />
      <p className="text-muted">{t("Stay on this page until the file has arrived. After that you may close it.")}</p>
      <div>
        <Button icon="cross" onClick={onStop}>
          {t("Stop the upload")}
        </Button>
      </div>
    </div>
  );
}

type Sent = { whole: boolean; file: string; number: number; files: number };

function sendingWords({ whole, file, number, files }: Sent, t: Translator): string {
  if (files === 1) return whole ? t("Reading {file}", { file }) : t("Uploading {file}", { file });
  const values = { file, number, files };
  return whole
    ? t("Reading {file} ({number, number} of {files, number})", values)
    : t("Uploading {file} ({number, number} of {files, number})", values);
}
