"use client";

import { type RefObject, useEffect, useEffectEvent } from "react";
import { type FormEntries, KEPT } from "#components/form-entries.ts";

type Kept = {
  /** Change with what people do not type: which rows there are, what was answered. */
  drawn: readonly unknown[];
  /** The value of the button that saves, any where it is not given: once that has led on, nothing is kept any more. */
  saves?: string;
  /** Draws again what is no control that people see; answers false where what was kept fits no more. */
  restore?: (entries: FormEntries) => boolean;
};

/**
 * What is filled into a form is there again after a reload and after the browser's Back, but not when the form is opened
 * anew: this tab alone keeps it, for this person, until it is saved or they sign out. How: keep-form.ts, which the browser
 * loads when there is something to keep or to bring back.
 */
export function useKeptForm(form: RefObject<HTMLFormElement | null>, { drawn, saves, restore }: Kept): void {
  const bringBack = useEffectEvent((entries: FormEntries) => restore?.(entries) ?? true);

  useEffect(() => {
    const { current } = form;
    if (!current) return;
    let keeping: Promise<() => void> | undefined;
    const keep = (first?: Event) => {
      keeping ??= import("./keep-form.ts").then(({ keepForm }) => keepForm(current, saves, bringBack, first));
    };
    const begins = ["input", "submit"];
    if (history.state?.[KEPT]) keep();
    else for (const each of begins) current.addEventListener(each, keep, { once: true });
    return () => {
      for (const each of begins) current.removeEventListener(each, keep);
      void keeping?.then((end) => end());
    };
  }, [form, saves]);

  // What is drawn anew is kept anew.
  useEffect(() => {
    form.current?.dispatchEvent(new Event("drawn"));
  }, [form, ...drawn]);
}
