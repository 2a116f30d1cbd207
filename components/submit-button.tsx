"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { useFormStatus } from "react-dom";
import { type ButtonSize, type ButtonVariant, buttonStyle } from "#components/button-style.ts";
import { Icon, type IconName } from "#components/icons.tsx";
import { useWords } from "#components/words.ts";

/**
 * The button that sends a form, once: while the form is on its way a second press does nothing, and the button says
 * so (`pending`). Works for a server action and for a plain `method="post"` form; without JavaScript it is a plain button.
 *
 * It stays focusable while it waits (`aria-disabled`), so that the keyboard does not lose its place.
 * `name` and `value` tell the action which of several buttons was pressed; `form` sends a form elsewhere on the page.
 */
export function SubmitButton({
  variant = "primary",
  size,
  icon,
  pending,
  name,
  value,
  form,
  formAction,
  disabled,
  children,
}: {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: IconName;
  pending?: string;
  name?: string;
  value?: string;
  form?: string;
  formAction?: string | ((data: FormData) => void | Promise<void>);
  disabled?: boolean;
  children: ReactNode;
}) {
  const t = useWords();
  const button = useRef<HTMLButtonElement>(null);
  const status = useFormStatus();
  const sent = useSent(button);
  const waiting = status.pending || sent !== undefined;
  const mine =
    sent === button.current || (status.pending && (name === undefined || status.data.get(name) === (value ?? "")));

  return (
    <button
      ref={button}
      type="submit"
      name={name}
      value={value}
      form={form}
      formAction={formAction}
      disabled={disabled}
      aria-disabled={waiting || undefined}
      onClick={(event) => waiting && event.preventDefault()}
      className={buttonStyle(variant, size)}
    >
      {waiting && mine ? <Icon name="sign-busy" spin /> : icon && <Icon name={icon} />}
      {waiting && mine ? (pending ?? t("Working …")) : children}
    </button>
  );
}

/** The button that sent the form without React: a plain form leaves the page, and until it has left it must not go again. */
function useSent(button: { current: HTMLButtonElement | null }) {
  const [sent, setSent] = useState<HTMLElement | null>();

  useEffect(() => {
    const form = button.current?.form;
    if (!form) return;
    let leaving = false;
    const onSubmit = (event: SubmitEvent) => {
      if (leaving) return event.preventDefault();
      leaving = true;
      // React handles the event after this listener: only then is it known whether a server action takes it.
      setTimeout(() => {
        leaving = !event.defaultPrevented;
        if (leaving) setSent(event.submitter);
      });
    };
    // Coming back with the browser's Back shows the page as it was left.
    const onShow = () => {
      leaving = false;
      setSent(undefined);
    };
    form.addEventListener("submit", onSubmit);
    window.addEventListener("pageshow", onShow);
    return () => {
      form.removeEventListener("submit", onSubmit);
      window.removeEventListener("pageshow", onShow);
    };
  }, [button]);

  return sent;
}
