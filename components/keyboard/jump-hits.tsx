"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { Hit } from "#components/keyboard/hit.ts";
import { useWords } from "#components/words.ts";

const WAIT_MS = 120;

/** What is called as the box of the dialog says, in a list that the box's arrow keys move in. */
export default function JumpHits({ address, dialog }: { address: string; dialog: HTMLDialogElement }) {
  const t = useWords();
  const router = useRouter();
  const box = dialog.querySelector("input") as HTMLInputElement;
  const [typed, setTyped] = useState("");
  const [found, setFound] = useState<{ for: string; hits: Hit[] }>({ for: "", hits: [] });
  const [at, setAt] = useState(0);
  const shown = typed.trim() === "" ? [] : found.hits;

  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const answer = await fetch(`${address}?${new URLSearchParams({ q: typed })}`, { signal: stop.signal });
        if (answer.ok) setFound({ for: typed, hits: await answer.json() });
        setAt(0);
      } catch {
        // The next letter asks again; Enter leads to the page in any case.
      }
    }, WAIT_MS);
    if (typed.trim() === "") clearTimeout(timer);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [typed, address]);

  function go(href: string) {
    dialog.close();
    box.value = "";
    setTyped("");
    router.push(href);
  }

  // The server draws the box, and nobody draws it again: what it says of the list is set here.
  useEffect(() => {
    const read = () => setTyped(box.value);
    const move = (event: KeyboardEvent) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step !== undefined && shown.length > 0) {
        event.preventDefault();
        setAt((at + step + shown.length) % shown.length);
      }
      const chosen = shown[at];
      if (event.key === "Enter" && chosen && found.for === typed && !event.isComposing) {
        event.preventDefault();
        go(chosen.href);
      }
    };
    box.setAttribute("aria-expanded", String(shown.length > 0));
    if (shown[at]) box.setAttribute("aria-activedescendant", `jump-hit-${at}`);
    else box.removeAttribute("aria-activedescendant");
    box.addEventListener("input", read);
    box.addEventListener("keydown", move);
    read(); // what was typed until now
    return () => {
      box.removeEventListener("input", read);
      box.removeEventListener("keydown", move);
    };
  });

  return (
    <>
      <div id="jump-hits" role="listbox" aria-label={t("Found")} className="max-h-[50vh] overflow-auto px-2">
        {shown.map(({ href, name, kind }, index) => (
          <a
            key={href}
            id={`jump-hit-${index}`}
            role="option"
            aria-selected={index === at}
            tabIndex={-1}
            href={href}
            onClick={(event) => {
              event.preventDefault();
              go(href);
            }}
            className="flex min-h-9 min-w-0 items-center gap-3 rounded-md px-2.5 hover:bg-hover aria-selected:bg-accent-soft"
          >
            <span className="w-22 shrink-0 text-muted text-sm">{kind}</span>{" "}
            <span className="min-w-0 truncate">{name}</span>
          </a>
        ))}
      </div>
      <p role="status" className="px-4 pt-1 pb-3 text-muted text-sm">
        {typed.trim() !== "" && found.for === typed && shown.length === 0
          ? t("Nothing is called so.")
          : t("Arrow keys choose, Enter opens, Escape closes.")}
      </p>
    </>
  );
}
