import type { ReactNode } from "react";
import type { IconName } from "#components/icons.tsx";
import { TextLink } from "#components/text-link.tsx";
import type { Tone } from "#components/tone.ts";
import type { FieldChange } from "#lib/contacts/events.ts";
import type { HistoryEntry } from "#lib/contacts/history.ts";
import type { ImportTouch } from "#lib/contacts/import-touches.ts";
import { toDisplayValue } from "#lib/fields/json-value.ts";

type Words = { title: ReactNode; icon: IconName; tone?: Tone; details?: ReactNode };

/** One entry of a contact's history as the page says it. */
export function entryInWords(entry: HistoryEntry, timeZone: string): Words {
  switch (entry.kind) {
    case "created":
      return { title: "Came into the repository", icon: "plus", tone: "good" };
    case "added":
      return { title: `Added to ${entry.profileName}`, icon: "plus", tone: "good" };
    case "removed":
      return { title: `Removed from ${entry.profileName}`, icon: "minus" };
    case "edited":
      return {
        title: `Edited in ${entry.profileName}`,
        icon: "edit",
        tone: "info",
        details: <Changes changes={entry.changes} timeZone={timeZone} />,
      };
    case "status":
      return {
        title: `${capitalised(entry.from)} → ${entry.to}`,
        ...STATUS_LOOK[entry.to],
        details: entry.reason,
      };
    case "import":
      return touchInWords(entry.touch, timeZone);
    default:
      return entry satisfies never;
  }
}

function touchInWords(touch: ImportTouch, timeZone: string): Words {
  const of = <ImportLink touch={touch} />;
  const icon = "import";
  switch (touch.did) {
    case "brought":
      return { title: <>Came into the repository by {of}</>, icon, tone: "good" };
    case "added":
      return {
        title: (
          <>
            Added to {touch.import.profileName} by {of}
          </>
        ),
        icon,
        tone: "good",
      };
    case "updated":
      return {
        title: (
          <>
            Updated in {touch.import.profileName} by {of}
          </>
        ),
        icon,
        tone: "info",
        details: <Changes changes={touch.changes} timeZone={timeZone} />,
      };
    case "replaced":
      return {
        title: (
          <>
            {touch.import.profileName} was overwritten by {of}
          </>
        ),
        icon,
        tone: "info",
        details: <Changes changes={touch.changes} timeZone={timeZone} />,
      };
    case "left":
      return {
        title: (
          <>
            Left {touch.import.profileName} with {of}
          </>
        ),
        icon,
      };
    case "undone":
      return { title: <>What {of} did was taken back</>, icon: "undo", tone: "info" };
    case "unsubscribed":
      return { title: <>Unsubscribed by {of}</>, ...STATUS_LOOK.unsubscribed, details: `It was ${touch.from} before.` };
    case "line":
      return {
        title: (
          <>
            Line {touch.line} of {of}: {OUTCOMES[touch.outcome]}
          </>
        ),
        icon: "sign-warn",
        tone: "warn",
        details: touch.why,
      };
    default:
      return touch satisfies never;
  }
}

function ImportLink({ touch }: { touch: ImportTouch }) {
  const { id, reference, fileName } = touch.import;
  const name = reference || fileName;
  return <TextLink href={`/imports/${id}`}>{name ? `the import “${name}”` : `import ${id}`}</TextLink>;
}

function Changes({ changes, timeZone }: { changes: readonly FieldChange[]; timeZone: string }) {
  if (changes.length === 0) return "No value became another one.";
  return (
    <ul>
      {changes.map((change) => (
        <li key={change.fieldId} className="break-words">
          {change.name}: {shown(change, change.before, timeZone)} → {shown(change, change.after, timeZone)}
        </li>
      ))}
    </ul>
  );
}

const shown = (change: FieldChange, value: string | null, timeZone: string): string =>
  toDisplayValue(change, value, timeZone) || "empty";

const OUTCOMES = { rejected: "rejected", duplicate: "a duplicate", warning: "taken with a warning" } as const;

const STATUS_LOOK = {
  active: { icon: "check", tone: "good" },
  unsubscribed: { icon: "sign-off", tone: "warn" },
  bounced: { icon: "sign-bounce", tone: "bad" },
} as const satisfies Record<string, { icon: IconName; tone: Tone }>;

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
