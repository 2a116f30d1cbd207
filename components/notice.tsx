import type { ReactNode } from "react";
import { Icon, type IconName } from "#components/icons.tsx";
import type { Tone } from "#components/tone.ts";
import { say } from "#components/words/say.ts";
import { useWords } from "#components/words.ts";

const looks: Record<Exclude<Tone, "neutral">, { box: string; sign: string; icon: IconName; word: string }> = {
  info: { box: "border-accent/30 bg-accent-soft", sign: "text-accent", icon: "sign-info", word: say("Note:") },
  good: { box: "border-good/30 bg-good-soft", sign: "text-good", icon: "sign-good", word: say("Done:") },
  warn: { box: "border-warn/35 bg-warn-soft", sign: "text-warn", icon: "sign-warn", word: say("Warning:") },
  bad: { box: "border-bad/35 bg-bad-soft", sign: "text-bad", icon: "sign-bad", word: say("Error:") },
};

/**
 * Something the person should know on this page: info, good (it worked, with numbers), warn, bad (it did not, and what
 * to do). `live` reads it aloud when it appears without a new page.
 */
export function Notice({
  tone = "info",
  title,
  actions,
  live = false,
  children,
}: {
  tone?: Exclude<Tone, "neutral">;
  title?: ReactNode;
  actions?: ReactNode;
  live?: boolean;
  children?: ReactNode;
}) {
  const t = useWords();
  const look = looks[tone];
  return (
    <div
      role={live ? (tone === "bad" ? "alert" : "status") : undefined}
      className={`flex min-w-0 gap-2.5 rounded-lg border px-3.5 py-3 ${look.box}`}
    >
      <span className={`mt-0.5 ${look.sign}`}>
        <Icon name={look.icon} size="lg" />
      </span>
      <div className="flex min-w-0 flex-1 flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <div className="min-w-0 max-w-prose">
          <span className="sr-only">{t(look.word)} </span>
          {title && <p className="font-semibold">{title}</p>}
          {children}
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
