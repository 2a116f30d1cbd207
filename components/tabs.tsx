import type { ReactNode } from "react";
import { Link } from "#components/link.tsx";

export type Tab = { href: string; label: string; aside?: ReactNode; current: boolean };

/** The pages of one thing, side by side. Each is a page of its own with an address, so these are links. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label} className="border-line border-b">
      <ul className="-mb-px flex flex-wrap gap-x-5">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link
              href={tab.href}
              aria-current={tab.current ? "page" : undefined}
              className="inline-flex min-h-9 items-center gap-1.5 border-transparent border-b-2 text-muted hover:border-edge hover:text-text aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-text"
            >
              {tab.label}
              {tab.aside !== undefined && (
                <span className="rounded-full bg-hover px-1.5 text-2xs text-muted tabular-nums leading-4">
                  {tab.aside}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
