import { Icon } from "#components/icons.tsx";
import { Link } from "#components/link.tsx";
import { useWords } from "#components/words.ts";

/** The filters that are on, each with the address of the list without it; `clearHref` is the list without any. */
export function FilterChips({
  filters,
  clearHref,
}: {
  filters: readonly { label: string; removeHref: string }[];
  clearHref: string;
}) {
  const t = useWords();
  if (filters.length === 0) return null;
  return (
    <ul aria-label={t("Filters that are on")} className="flex flex-wrap items-center gap-1.5 text-sm">
      {filters.map((filter) => (
        <li key={filter.label} className="min-w-0">
          <Link
            href={filter.removeHref}
            className="inline-flex min-h-6 max-w-full items-center gap-1 rounded-full bg-accent-soft py-0.5 pr-1.5 pl-2.5 text-accent-strong hover:bg-hover pointer-coarse:min-h-9"
          >
            <span className="sr-only">{t("Remove the filter:")} </span>
            <span className="truncate">{filter.label}</span>
            <Icon name="cross" size="sm" />
          </Link>
        </li>
      ))}
      {filters.length > 1 && (
        <li>
          <Link
            href={clearHref}
            className="inline-flex min-h-6 items-center px-1.5 text-muted hover:text-text hover:underline"
          >
            {t("Clear all")}
          </Link>
        </li>
      )}
    </ul>
  );
}
