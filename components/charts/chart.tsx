import { type ReactNode, useId } from "react";
import { Icon } from "#components/icons.tsx";

/**
 * A chart: its title says what one sees, `note` what is counted. The picture is drawn by the server, and its numbers are
 * a Table behind a disclosure. Pictures stretch with the page: places along them are percentages, sizes of letters stay.
 */
export function Chart({
  title,
  note,
  legend,
  tableName,
  table,
  children,
}: {
  title: ReactNode;
  note?: ReactNode;
  legend?: readonly { label: string; dot: string }[];
  /** What the disclosure is called: "The numbers, by week". */
  tableName: ReactNode;
  table: ReactNode;
  children: ReactNode;
}) {
  return (
    <figure className="flex min-w-0 flex-col gap-3">
      <figcaption>
        <p className="text-balance font-semibold">{title}</p>
        {note && <p className="max-w-prose text-muted text-sm">{note}</p>}
        {legend && <Legend entries={legend} />}
      </figcaption>
      {children}
      <details className="group/numbers min-w-0">
        <summary className="inline-flex min-h-6 cursor-pointer list-none items-center gap-1 rounded-sm text-muted text-sm hover:text-text [&::-webkit-details-marker]:hidden">
          <span className="transition-transform group-open/numbers:rotate-90">
            <Icon name="chevron-right" size="sm" />
          </span>
          {tableName}
        </summary>
        <div className="pt-2">{table}</div>
      </details>
    </figure>
  );
}

function Legend({ entries }: { entries: readonly { label: string; dot: string }[] }) {
  return (
    <ul className="mt-1.5 flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {entries.map(({ label, dot }) => (
        <li key={label} className="inline-flex items-center gap-1.5">
          <span aria-hidden="true" className={`size-2.5 rounded-sm ${dot}`} />
          {label}
        </li>
      ))}
    </ul>
  );
}

/** The picture itself, of a height in pixels and as wide as there is room. A screen reader hears its name and what it shows. */
export function Picture({
  name,
  description,
  height,
  children,
}: {
  name: string;
  description: string;
  height: number;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <svg
      role="img"
      aria-labelledby={`${id}-name`}
      aria-describedby={`${id}-description`}
      width="100%"
      height={height}
      className="block overflow-visible"
    >
      <title id={`${id}-name`}>{name}</title>
      <desc id={`${id}-description`}>{description}</desc>
      {children}
    </svg>
  );
}
