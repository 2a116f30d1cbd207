"use client";

import { type RefObject, useEffect, useRef } from "react";
import type { FormState } from "#app/_doors/form-state.ts";

/** The keyboard follows: to a row that was added, to the group of one that was removed, to what is wrong when saving failed. */
export function useFocus(form: RefObject<HTMLFormElement | null>, state: FormState): (id: string | null) => void {
  const next = useRef<string>(null);
  useEffect(() => {
    if (next.current !== null) document.getElementById(next.current)?.focus();
    next.current = null;
  });
  useEffect(() => {
    if (Object.keys(state.errors).length > 0) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [state, form]);
  return (id) => {
    next.current = id;
  };
}
