"use client";

import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from "react";

/** Loaded when the dialog is first opened: most pages are left without it. */
const JumpHits = lazy(() => import("./jump-hits.tsx"));

/**
 * Opens at an event `rollbook:jump` and instead of where a link `data-jump` leads. `children`: the form whose box is
 * typed into, drawn by the server.
 */
export function JumpDialog({
  hits,
  label,
  className,
  children,
}: {
  hits: string;
  label: string;
  className: string;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [opened, setOpened] = useState<HTMLDialogElement | null>(null);
  useEffect(() => {
    const open = () => {
      dialog.current?.showModal();
      setOpened(dialog.current);
    };
    const press = (event: MouseEvent) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (!(event.target as Element).closest("a[data-jump]")) return;
      event.preventDefault();
      open();
    };
    document.addEventListener("rollbook:jump", open);
    document.addEventListener("click", press);
    return () => {
      document.removeEventListener("rollbook:jump", open);
      document.removeEventListener("click", press);
    };
  }, []);
  return (
    <dialog ref={dialog} aria-label={label} className={className}>
      {children}
      {opened && (
        <Suspense>
          <JumpHits address={hits} dialog={opened} />
        </Suspense>
      )}
    </dialog>
  );
}
