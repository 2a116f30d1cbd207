"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/**
 * Follows every Link without a reload, by one listener for them all: next/link costs each page 3 kB of script, and each
 * link a component that must wake up before it can be pressed. Closes the menu that the link stands in, for the page
 * that follows leaves it open. Draws nothing.
 */
export function FollowLinks() {
  const router = useRouter();
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      // With one of these keys the browser opens a tab or a window, or saves the page.
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      const link = (event.target as Element).closest("a[data-page]");
      const href = link?.getAttribute("href");
      if (!link || !href) return;
      event.preventDefault();
      link.closest<HTMLElement>("[popover]")?.hidePopover();
      router.push(href);
    };
    document.addEventListener("click", follow);
    return () => document.removeEventListener("click", follow);
  }, [router]);
  return null;
}
