import type { ReactNode } from "react";
import type { IconName } from "#components/icons.tsx";
import { TextLink } from "#components/text-link.tsx";
import type { Tone } from "#components/tone.ts";
import { say } from "#components/words/say.ts";
import type { Translator } from "#components/words/translator.ts";
import { useWords } from "#components/words.ts";
import type { FieldChange } from "#lib/contacts/events.ts";
import type { HistoryEntry } from "#lib/contacts/history.ts";
import type { ImportTouch } from "#lib/contacts/import-touches.ts";
import type { Status } from "#lib/contacts/status.ts";
import { toDisplayValue } from "#lib/fields/json-value.ts";

type Shown = { title: ReactNode; icon: IconName; tone?: Tone; details?: ReactNode };

/** One entry of a contact's history as the page says it. */
export function entryInWords(entry: HistoryEntry, timeZone: string, t: Translator): Shown {
  switch (entry.kind) {
    case "created":
      return { title: t("Came into the repository"), icon: "plus", tone: "good" };
    case "added":
      return { title: t("Added to {profile}", { profile: entry.profileName }), icon: "plus", tone: "good" };
    case "removed":
      return { title: t("Removed from {profile}", { profile: entry.profileName }), icon: "minus" };
    case "edited":
      return {
        title: t("Edited in {profile}", { profile: entry.profileName }),
        icon: "edit",
        tone: "info",
        details: <Changes changes={entry.changes} timeZone={timeZone} />,
      };
    case "status": {
      const { name, ...look } = STATUSES[entry.to];
      return { title: `${t(STATUSES[entry.from].name)} → ${t(name)}`, ...look, details: entry.reason };
    }
    case "import":
      return touchInWords(entry.touch, timeZone, t);
    default:
      return entry satisfies never;
  }
}

function touchInWords(touch: ImportTouch, timeZone: string, t: Translator): Shown {
  const { id, profileName: profile, reference, fileName } = touch.import;
  const name = reference || fileName;
  const of = {
    profile,
    import: name ? t("the import “{name}”", { name }) : t("import {id}", { id: String(id) }),
    link: (words: ReactNode) => <TextLink href={`/imports/${id}`}>{words}</TextLink>,
  };
  const icon = "import";
  switch (touch.did) {
    case "brought":
      return { title: t.rich("Came into the repository by <link>{import}</link>", of), icon, tone: "good" };
    case "added":
      return { title: t.rich("Added to {profile} by <link>{import}</link>", of), icon, tone: "good" };
    case "updated":
    case "replaced":
      return {
        title: t.rich(CHANGED[touch.did], of),
        icon,
        tone: "info",
        details: touch.changes && <Changes changes={touch.changes} timeZone={timeZone} />,
      };
    case "left":
      return { title: t.rich("Left {profile} with <link>{import}</link>", of), icon };
    case "undone":
      return { title: t.rich("What <link>{import}</link> did was taken back", of), icon: "undo", tone: "info" };
    case "unsubscribed": {
      const { name: _, ...look } = STATUSES.unsubscribed;
      const title = t.rich("Unsubscribed by <link>{import}</link>", of);
      return { title, ...look, details: t(BEFORE[touch.from]) };
    }
    case "line": {
      const title = t.rich(LINES[touch.row.outcome], { ...of, line: touch.row.line });
      return { title, icon: "sign-warn", tone: "warn", details: t.words(touch.why) };
    }
    default:
      return touch satisfies never;
  }
}

function Changes({ changes, timeZone }: { changes: readonly FieldChange[]; timeZone: string }) {
  const t = useWords();
  if (changes.length === 0) return t("No value became another one.");
  const shown = (change: FieldChange, value: string | null) => toDisplayValue(change, value, timeZone, t) || t("empty");
  return (
    <ul>
      {changes.map((change) => (
        <li key={change.fieldId} className="break-words">
          {change.name}: {shown(change, change.before)} → {shown(change, change.after)}
        </li>
      ))}
    </ul>
  );
}

const CHANGED = {
  updated: say("Updated in {profile} by <link>{import}</link>"),
  replaced: say("{profile} was overwritten by <link>{import}</link>"),
} as const;

const LINES = {
  rejected: say("Line {line, number} of <link>{import}</link>: rejected"),
  duplicate: say("Line {line, number} of <link>{import}</link>: a duplicate"),
  warning: say("Line {line, number} of <link>{import}</link>: taken with a warning"),
  corrected: say("Line {line, number} of <link>{import}</link>: taken as it was corrected"),
} as const;

const STATUSES = {
  active: { name: say("Active"), icon: "check", tone: "good" },
  unsubscribed: { name: say("Unsubscribed"), icon: "sign-off", tone: "warn" },
  bounced: { name: say("Bounced"), icon: "sign-bounce", tone: "bad" },
} as const satisfies Record<Status, { name: string; icon: IconName; tone: Tone }>;

const BEFORE: Readonly<Record<Status, string>> = {
  active: say("It was active before."),
  unsubscribed: say("It was unsubscribed before."),
  bounced: say("It was bounced before."),
};
