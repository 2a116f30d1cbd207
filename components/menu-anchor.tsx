"use client";

import Link from "next/link";
import type { ReactNode } from "react";

/** A link in a menu: the menu closes with it, for a page that follows without a reload leaves it open. */
export function MenuAnchor({ href, className, children }: { href: string; className: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      prefetch={false}
      className={className}
      onClick={(event) => event.currentTarget.closest<HTMLElement>("[popover]")?.hidePopover()}
    >
      {children}
    </Link>
  );
}
