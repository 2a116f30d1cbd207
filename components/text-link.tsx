import type { ReactNode } from "react";
import { Link } from "#components/link.tsx";

/**
 * A link in text or in a table. `plain` for the name of a row, which is underlined only under the pointer: a whole
 * column of underlined names is hard to read. `download` for a file, or any answer that is no page.
 */
export function TextLink({
  href,
  plain = false,
  download = false,
  children,
}: {
  href: string;
  plain?: boolean;
  download?: boolean;
  children: ReactNode;
}) {
  const className = plain
    ? "rounded-sm hover:text-accent hover:underline"
    : "rounded-sm text-accent underline decoration-1 underline-offset-3 hover:text-accent-strong";
  return download ? (
    <a href={href} download className={className}>
      {children}
    </a>
  ) : (
    <Link href={href} className={className}>
      {children}
    </Link>
  );
}
