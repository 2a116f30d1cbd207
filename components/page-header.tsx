import type { ReactNode } from "react";
import { Icon } from "#components/icons.tsx";
import { Link } from "#components/link.tsx";
import { useWords } from "#components/words.ts";

export type Crumb = { href: string; label: string };

/** The top of every page: where it is (`crumbs`, outermost first, without the page itself), its title, what can be done. */
export function PageHeader({
  title,
  badge,
  description,
  crumbs = [],
  actions,
}: {
  title: ReactNode;
  /** Beside the title: a type, a status. */
  badge?: ReactNode;
  description?: ReactNode;
  crumbs?: readonly Crumb[];
  actions?: ReactNode;
}) {
  return (
    <header className="flex flex-col gap-1">
      {crumbs.length > 0 && <Crumbs crumbs={crumbs} />}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="min-w-0 text-balance font-semibold text-2xl tracking-tight">{title}</h1>
            {badge}
          </div>
          {description && <p className="mt-1 max-w-prose text-muted">{description}</p>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
    </header>
  );
}

function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const t = useWords();
  return (
    <nav aria-label={t("Breadcrumbs")}>
      <ol className="flex flex-wrap items-center gap-x-1 text-muted text-sm">
        {crumbs.map((crumb) => (
          <li key={crumb.href} className="inline-flex min-w-0 items-center gap-1">
            <Link href={crumb.href} className="min-w-0 py-0.5 hover:text-text hover:underline">
              {crumb.label}
            </Link>
            <Icon name="chevron-right" size="sm" />
          </li>
        ))}
      </ol>
    </nav>
  );
}
