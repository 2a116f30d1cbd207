import type { ReactNode } from "react";
import { Icon, type IconName } from "#components/icons.tsx";

/** Where there is nothing yet, or nothing matches: what this place is for, and what to do next. */
export function EmptyState({
  icon,
  title,
  actions,
  children,
}: {
  icon: IconName;
  title: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="flex flex-col items-center gap-1.5 rounded-lg border border-line border-dashed bg-sunken px-6 py-12 text-center">
      <span className="mb-1.5 grid size-11 place-items-center rounded-lg border border-line bg-surface text-accent">
        <Icon name={icon} size="xl" />
      </span>
      <h2 className="text-balance font-semibold text-lg">{title}</h2>
      <div className="max-w-md text-balance text-muted">{children}</div>
      {actions && <div className="mt-3 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}
