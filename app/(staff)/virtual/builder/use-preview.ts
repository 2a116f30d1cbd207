"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { entriesOf } from "#components/form-entries.ts";
import type { DraftGroup } from "./draft.ts";
import type { Preview } from "./preview.ts";

/** After the last change: long enough for a word to be typed, short enough to feel at once. */
const WAIT_MS = 250;

/** What is said about the draft: asked anew after each change; an answer that a later change has outdated is dropped. */
export function usePreview(form: RefObject<HTMLFormElement | null>, draft: DraftGroup, first: Preview) {
  const [preview, setPreview] = useState(first);
  const [asking, setAsking] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const running = useRef<{ timer?: ReturnType<typeof setTimeout>; abort?: AbortController }>({});

  const ask = useCallback(
    (wait = 0) => {
      clearTimeout(running.current.timer);
      running.current.abort?.abort();
      const abort = new AbortController();
      running.current.abort = abort;
      setAsking(true);
      running.current.timer = setTimeout(async () => {
        try {
          setPreview(await fetchPreview(form.current, abort.signal));
          setFailed(null);
        } catch (error) {
          if (abort.signal.aborted) return;
          setFailed(error instanceof Error ? error.message : "");
        }
        setAsking(false);
      }, wait);
    },
    [form],
  );

  const seen = useRef(draft);
  useEffect(() => {
    if (seen.current === draft) return;
    seen.current = draft;
    ask(WAIT_MS);
  }, [draft, ask]);
  useEffect(() => {
    const { current } = running;
    return () => {
      clearTimeout(current.timer);
      current.abort?.abort();
    };
  }, []);

  return { preview, asking, failed, ask: () => ask(), askSoon: () => ask(WAIT_MS) };
}

async function fetchPreview(form: HTMLFormElement | null, signal: AbortSignal): Promise<Preview> {
  const response = await fetch("/virtual/preview", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(entriesOf(new FormData(form ?? undefined))),
    signal,
  });
  const answer = await response.json();
  if (response.ok) return answer;
  throw new Error(answer?.error?.message ?? "");
}
