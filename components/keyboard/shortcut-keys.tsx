"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { areOff, isTyping, type Places, SHEET_ID } from "#components/keyboard/shortcuts.ts";

/** So long a `g` waits for the next key. */
const WAIT_MS = 1500;

/** Listens for the shortcuts. Draws nothing. */
export function ShortcutKeys({ places }: { places: Places }) {
  const router = useRouter();
  useEffect(() => {
    let goUntil = 0;
    function press(event: KeyboardEvent) {
      if (event.defaultPrevented || event.isComposing || event.altKey) return;
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k" && !event.shiftKey) {
        event.preventDefault();
        if (!document.querySelector("dialog[open]")) document.dispatchEvent(new Event("rollbook:jump"));
        return;
      }
      if (event.ctrlKey || event.metaKey || isTyping(event.target) || areOff()) return;
      const goes = performance.now() < goUntil;
      goUntil = 0;
      const place = places[event.key];
      if (goes && place) router.push(place.href);
      else if (event.key === "g") goUntil = performance.now() + WAIT_MS;
      else if (event.key === "/") document.dispatchEvent(new Event("rollbook:jump"));
      else if (event.key === "?") document.querySelector<HTMLDialogElement>(`#${SHEET_ID}`)?.showModal();
      else return;
      event.preventDefault();
    }
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [places, router]);
  return null;
}
