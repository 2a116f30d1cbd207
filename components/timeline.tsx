import type { ReactNode } from "react";
import { Icon, type IconName } from "#components/icons.tsx";
import { type Tone, toneClasses } from "#components/tone.ts";

/** What happened to a thing, in the order given: its children are TimelineEvent. */
export function Timeline({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ol aria-label={label} className="flex min-w-0 flex-col">
      {children}
    </ol>
  );
}

/** One event: what, when (a When), who did it, and as children the details: values before and after. */
export function TimelineEvent({
  icon,
  tone = "neutral",
  title,
  when,
  by,
  children,
}: {
  icon: IconName;
  tone?: Tone;
  title: ReactNode;
  when: ReactNode;
  by?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <li className="group/event relative flex min-w-0 gap-3 pb-5 last:pb-0">
      <span aria-hidden="true" className="absolute top-7 bottom-0 left-3.25 w-px bg-line group-last/event:hidden" />
      <span className={`grid size-6.5 shrink-0 place-items-center rounded-full ${toneClasses[tone]}`}>
        <Icon name={icon} size="sm" />
      </span>
      <div className="min-w-0 flex-1 pt-0.5">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <p className="min-w-0 font-medium">{title}</p>
          <p className="text-muted text-sm">{when}</p>
        </div>
        {by && <p className="text-muted text-sm">{by}</p>}
        {children && <div className="mt-1.5 min-w-0 text-sm">{children}</div>}
      </div>
    </li>
  );
}
