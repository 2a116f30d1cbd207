"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useTransition } from "react";

/** The first looks come quickly, for a small file is done in a moment. */
const FIRST_MS = 250;
const EVERY_MS = 1000;

/**
 * Draws the page anew while the product is at work on it, or has gone on since it began to draw; without JavaScript the browser loads it anew. It asks again
 * only once the last answer is drawn: each refresh takes the place of the one before it, and where an answer takes
 * longer than the pause between two, none would ever be seen.
 */
export function KeepFresh() {
  const router = useRouter();
  const looks = useRef(0);
  const [waiting, startWaiting] = useTransition();
  useEffect(() => {
    if (waiting) return;
    const look = () => {
      if (document.visibilityState !== "visible") return;
      looks.current++;
      startWaiting(() => router.refresh());
    };
    const timer = setInterval(look, Math.min(FIRST_MS * 2 ** looks.current, EVERY_MS));
    return () => clearInterval(timer);
  }, [router, waiting]);
  return (
    <noscript>
      <meta httpEquiv="refresh" content="3" />
    </noscript>
  );
}
