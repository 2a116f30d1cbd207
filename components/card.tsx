import type { ReactNode } from "react";

/**
 * A part of a page with its own heading. `flush` leaves out the room around its content: for a bare Table, which then
 * reaches from edge to edge.
 */
export function Card({
  title,
  description,
  actions,
  footer,
  flush = false,
  children,
}: {
  title?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  footer?: ReactNode;
  flush?: boolean;
  children: ReactNode;
}) {
  return (
    <section className="flex min-w-0 flex-col overflow-hidden rounded-lg border border-line">
      {(title || actions) && (
        <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-line border-b px-4 py-3">
          <div className="min-w-0">
            <h2 className="font-semibold text-lg">{title}</h2>
            {description && <p className="max-w-prose text-muted text-sm">{description}</p>}
          </div>
          {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
        </header>
      )}
      <div className={flush ? "min-w-0" : "min-w-0 p-4"}>{children}</div>
      {footer && <footer className="border-line border-t bg-sunken px-4 py-2.5 text-sm">{footer}</footer>}
    </section>
  );
}

/** Cards side by side where there is room for two of them. */
export function CardGrid({ children }: { children: ReactNode }) {
  return <div className="grid grid-cols-1 items-start gap-6 xl:grid-cols-2">{children}</div>;
}
