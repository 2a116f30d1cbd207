"use client";

import { useRouter } from "next/navigation";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { controlStyle } from "#components/control-style.ts";
import { Icon } from "#components/icons.tsx";
import type { Hit } from "#components/keyboard/hit.ts";
import { useWords } from "#components/words.ts";

const WAIT_MS = 120;

/**
 * A link to the page `action` that looks like a box. With JavaScript it opens a dialog instead, which asks `hits` while
 * somebody types; so does an event `rollbook:jump`, which the shortcuts send.
 */
export function JumpBox({ action, hits: address }: { action: string; hits: string }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState("");
  const [found, setFound] = useState<{ for: string; hits: Hit[] }>({ for: "", hits: [] });
  const [at, setAt] = useState(0);
  const t = useWords();
  const router = useRouter();
  const id = useId();

  useEffect(() => {
    const open = () => dialog.current?.showModal();
    document.addEventListener("rollbook:jump", open);
    return () => document.removeEventListener("rollbook:jump", open);
  }, []);

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

  const shown = typed.trim() === "" ? [] : found.hits;

  function go(href: string) {
    dialog.current?.close();
    setTyped("");
    router.push(href);
  }

  function move(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && shown.length > 0) {
      event.preventDefault();
      setAt((at + step + shown.length) % shown.length);
    }
    const chosen = shown[at];
    if (event.key === "Enter" && chosen && found.for === typed && !event.nativeEvent.isComposing) {
      event.preventDefault();
      go(chosen.href);
    }
  }

  return (
    <>
      <a
        href={action}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          dialog.current?.showModal();
        }}
        className="flex min-h-9 items-center gap-2 rounded-md border border-edge/60 bg-surface px-2.5 text-muted hover:border-edge hover:text-text max-lg:size-9 max-lg:justify-center max-lg:px-0"
      >
        <Icon name="search" />
        <span className="max-lg:sr-only lg:flex-1">{t("Jump to …")}</span>
        <span aria-hidden="true" className="rounded-sm border border-line px-1.5 text-2xs max-lg:hidden">
          /
        </span>
      </a>
      <dialog
        ref={dialog}
        aria-label={t("Jump")}
        className="mx-auto mt-[12vh] w-[min(36rem,calc(100vw-2rem))] overflow-hidden rounded-lg border border-line bg-raised p-0 text-text shadow-raised backdrop:bg-text/25"
      >
        <form action={action} className="p-2">
          <input
            type="search"
            name="q"
            role="combobox"
            aria-label={t("Jump to …")}
            placeholder={t("Profile, import, email or mobile")}
            aria-expanded={shown.length > 0}
            aria-controls={`${id}-hits`}
            aria-activedescendant={shown[at] ? `${id}-${at}` : undefined}
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={move}
            className={`${controlStyle} min-h-10`}
          />
        </form>
        <div id={`${id}-hits`} role="listbox" aria-label={t("Found")} className="max-h-[50vh] overflow-auto px-2">
          {shown.map(({ href, name, kind }, index) => (
            <a
              key={href}
              id={`${id}-${index}`}
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
              <span className="w-14 shrink-0 text-muted text-sm">{kind}</span>{" "}
              <span className="min-w-0 truncate">{name}</span>
            </a>
          ))}
        </div>
        <p role="status" className="px-4 pt-1 pb-3 text-muted text-sm">
          {typed.trim() !== "" && found.for === typed && shown.length === 0
            ? t("Nothing is called so.")
            : t("Arrow keys choose, Enter opens, Escape closes.")}
        </p>
      </dialog>
    </>
  );
}
