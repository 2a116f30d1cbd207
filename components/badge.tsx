import type { ReactNode } from "react";
import { Icon, type IconName } from "#components/icons.tsx";
import { type Tone, toneClasses } from "#components/tone.ts";
import { say } from "#components/words/say.ts";
import { useWords } from "#components/words.ts";

/** A word about a thing, with a sign of its own outline so that its colour is never all it says. */
export function Badge({
  tone = "neutral",
  icon,
  spin,
  children,
}: {
  tone?: Tone;
  icon?: IconName;
  spin?: boolean;
  children: ReactNode;
}) {
  return (
    <span
      className={`inline-flex max-w-full items-center gap-1 align-middle whitespace-nowrap rounded-full px-2 py-px font-medium text-xs leading-4.5 ${toneClasses[tone]}`}
    >
      {icon && <Icon name={icon} size="sm" spin={spin} />}
      <span className="truncate">{children}</span>
    </span>
  );
}

const types = {
  regular: { letter: "R", name: say("Regular"), solid: "bg-regular" },
  virtual: { letter: "V", name: say("Virtual"), solid: "bg-virtual" },
  mobile_only: { letter: "M", name: say("Mobile Only"), solid: "bg-mobile" },
} as const;

/** R green, V blue, M violet: the type of a profile. `withName` writes the word beside the letter. */
export function ProfileTypeBadge({ type, withName = false }: { type: keyof typeof types; withName?: boolean }) {
  const t = useWords();
  const { letter, name, solid } = types[type];
  return (
    <span
      className="inline-flex items-center gap-1.5 whitespace-nowrap align-middle"
      title={withName ? undefined : t(name)}
    >
      <span
        aria-hidden="true"
        className={`inline-grid size-5 shrink-0 place-items-center rounded-sm font-bold text-2xs text-surface ${solid}`}
      >
        {letter}
      </span>
      <span className={withName ? "" : "sr-only"}>{t(name)}</span>
    </span>
  );
}

const statuses = {
  active: { name: say("Active"), tone: "good", icon: "check" },
  unsubscribed: { name: say("Unsubscribed"), tone: "warn", icon: "sign-off" },
  bounced: { name: say("Bounced"), tone: "bad", icon: "sign-bounce" },
} as const;

/** The status of a contact. */
export function StatusBadge({ status }: { status: keyof typeof statuses }) {
  const t = useWords();
  const { name, tone, icon } = statuses[status];
  return (
    <Badge tone={tone} icon={icon}>
      {t(name)}
    </Badge>
  );
}

const importStates = {
  receiving: { name: say("Receiving"), tone: "neutral", icon: "sign-busy", spin: true },
  columns: { name: say("Columns"), tone: "info", icon: "sign-wait", spin: false },
  checking: { name: say("Checking"), tone: "neutral", icon: "sign-busy", spin: true },
  ready: { name: say("Ready"), tone: "info", icon: "sign-wait", spin: false },
  applying: { name: say("Applying"), tone: "neutral", icon: "sign-busy", spin: true },
  done: { name: say("Done"), tone: "good", icon: "check", spin: false },
  undone: { name: say("Undone"), tone: "neutral", icon: "undo", spin: false },
  cancelled: { name: say("Cancelled"), tone: "neutral", icon: "cross", spin: false },
  interrupted: { name: say("Interrupted"), tone: "warn", icon: "sign-warn", spin: false },
  failed: { name: say("Failed"), tone: "bad", icon: "sign-bad", spin: false },
} as const;

/** The state of an import: the turning ring works, the pause waits for a person. */
export function ImportStateBadge({ state }: { state: keyof typeof importStates }) {
  const t = useWords();
  const { name, tone, icon, spin } = importStates[state];
  return (
    <Badge tone={tone} icon={icon} spin={spin}>
      {t(name)}
    </Badge>
  );
}
