import type { ComponentProps } from "react";

/**
 * A link to another page of the product. Plain HTML: FollowLinks, which stands once around all pages, brings that page
 * without a reload. For a file, or any answer that is no page, use `<a download>`.
 */
export function Link({ children, ...link }: ComponentProps<"a"> & { href: string }) {
  return (
    <a data-page="" {...link}>
      {children}
    </a>
  );
}
