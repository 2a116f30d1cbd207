import type { ReactNode } from "react";
import { Icon } from "#components/icons.tsx";

/** What is there for those who want it: a native `<details>`. `aside` stands at the right of its line: a count. */
export function Disclosure({
  summary,
  aside,
  open = false,
  children,
}: {
  summary: ReactNode;
  aside?: ReactNode;
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <details open={open} className="group/disclosure min-w-0 rounded-lg border border-line">
      <summary className="flex min-h-10 cursor-pointer list-none items-center gap-2 rounded-lg px-3 py-2 font-medium hover:bg-hover [&::-webkit-details-marker]:hidden">
        <span className="text-muted transition-transform group-open/disclosure:rotate-90">
          <Icon name="chevron-right" size="sm" />
        </span>
        <span className="min-w-0 flex-1">{summary}</span>
        {aside && <span className="font-normal text-muted text-sm tabular-nums">{aside}</span>}
      </summary>
      <div className="min-w-0 border-line border-t p-3">{children}</div>
    </details>
  );
}
