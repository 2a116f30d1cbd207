import type { ReactNode } from "react";
import { buttonStyle } from "#components/button-style.ts";
import { Icon } from "#components/icons.tsx";
import { Link } from "#components/link.tsx";
import { useWords } from "#components/words.ts";

/**
 * To the previous and the next page of a long list, whose pages are found by where the last one ended and so have no
 * numbers. `position` says where we are: "51–100 of 1,204,332 contacts". A missing address draws a resting button.
 */
export function Pager({
  label,
  position,
  previous,
  next,
}: {
  /** What is paged, for a screen reader: "Contacts". */
  label: string;
  position: ReactNode;
  previous?: string;
  next?: string;
}) {
  const t = useWords();
  return (
    <nav
      aria-label={t("{label}: pages", { label })}
      className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2"
    >
      <p className="text-muted text-sm tabular-nums">{position}</p>
      <div className="flex gap-2">
        <Step href={previous} rel="prev">
          <Icon name="chevron-left" size="sm" /> {t("Previous")}
        </Step>
        <Step href={next} rel="next">
          {t("Next")} <Icon name="chevron-right" size="sm" />
        </Step>
      </div>
    </nav>
  );
}

function Step({ href, rel, children }: { href: string | undefined; rel: "prev" | "next"; children: ReactNode }) {
  const className = buttonStyle("secondary", "sm");
  return href ? (
    <Link href={href} rel={rel} className={className}>
      {children}
    </Link>
  ) : (
    <span aria-disabled="true" className={className}>
      {children}
    </span>
  );
}
