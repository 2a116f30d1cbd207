import type { ReactNode } from "react";
import { Icon, type IconName } from "#components/icons.tsx";
import { Link } from "#components/link.tsx";
import type { Tone } from "#components/tone.ts";

const signs: Record<Tone, { icon: IconName; colour: string } | undefined> = {
  neutral: undefined,
  info: { icon: "sign-info", colour: "text-accent" },
  good: { icon: "check", colour: "text-good" },
  warn: { icon: "sign-off", colour: "text-warn" },
  bad: { icon: "sign-bounce", colour: "text-bad" },
};

/** A panel of numbers, side by side; its children are Stat. `label` names the panel for a screen reader. */
export function StatRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section aria-label={label} className="overflow-hidden rounded-lg border border-line bg-line">
      <dl className="flex flex-wrap gap-px">{children}</dl>
    </section>
  );
}

/**
 * One number and what it counts, with a word under it: a share, a change. `href` leads to the rows behind the number.
 * The signs are those of the statuses: good for active, warn for unsubscribed, bad for bounced; `icon` sets another.
 */
export function Stat({
  label,
  value,
  detail,
  tone = "neutral",
  icon,
  href,
}: {
  label: ReactNode;
  value: ReactNode;
  detail?: ReactNode;
  tone?: Tone;
  icon?: IconName;
  href?: string;
}) {
  const sign = signs[tone];
  return (
    <div className="relative flex min-w-0 grow basis-38 flex-col bg-surface px-4 py-3">
      <dt className="flex items-center gap-1.5 text-muted text-sm">
        {(sign || icon) && (
          <span className={sign?.colour}>
            <Icon name={icon ?? sign?.icon ?? "sign-info"} size="sm" />
          </span>
        )}
        {href ? (
          <Link href={href} className="min-w-0 after:absolute after:inset-0 hover:underline">
            {label}
          </Link>
        ) : (
          <span className="min-w-0">{label}</span>
        )}
      </dt>
      <dd className="mt-0.5 font-semibold text-2xl tabular-nums tracking-tight">{value}</dd>
      {detail && <dd className="text-muted text-sm tabular-nums">{detail}</dd>}
    </div>
  );
}
