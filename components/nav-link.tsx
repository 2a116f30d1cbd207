"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Link } from "#components/link.tsx";

/**
 * An entry of the menu, marked while the page is at or under its address (or one of `also`) and under none of `except`:
 * the addresses of other sections that begin alike, as /contacts/new does for /contacts.
 */
export function NavLink({
  href,
  also = [],
  except,
  children,
}: {
  href: string;
  also?: readonly string[];
  except: readonly string[];
  children: ReactNode;
}) {
  const path = usePathname();
  const current = [href, ...also].some((each) => isUnder(path, each)) && !except.some((other) => isUnder(path, other));
  return (
    <Link
      href={href}
      aria-current={current ? (path === href ? "page" : "true") : undefined}
      className="group relative flex h-full flex-col items-center justify-center gap-0.5 rounded-md px-0.5 py-1.5 text-center text-2xs text-muted hover:bg-hover hover:text-text aria-[current]:bg-accent-soft aria-[current]:font-medium aria-[current]:text-accent-strong max-lg:min-h-11 lg:flex-row lg:justify-start lg:gap-2.5 lg:px-2.5 lg:text-left lg:text-base"
    >
      {children}
    </Link>
  );
}

function isUnder(path: string | null, href: string): boolean {
  return path === href || (path?.startsWith(`${href}/`) ?? false);
}
