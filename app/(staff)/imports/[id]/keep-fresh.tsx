"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Draws the page again every second while work goes on; without JavaScript the browser loads it again every three. */
export function KeepFresh() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), 1000);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <noscript>
      <meta httpEquiv="refresh" content="3" />
    </noscript>
  );
}
