import type { ReactNode } from "react";
import { useWords } from "#components/words.ts";

/** Questions one under another, at the distance that all forms keep. The page draws the `<form>` around it. */
export function FormStack({ children }: { children: ReactNode }) {
  return <div className="flex min-w-0 max-w-3xl flex-col gap-5">{children}</div>;
}

/** What the star beside a label means; at the head of a form where only some answers are required. */
export function RequiredNote() {
  const t = useWords();
  return (
    <p className="text-muted text-sm">
      {t.rich("<star>*</star> is required", { star: (star) => <span className="text-bad">{star}</span> })}
    </p>
  );
}

/** Two or three short questions side by side, one under another where there is no room. */
export function FormRow({ children }: { children: ReactNode }) {
  return (
    <div className="grid min-w-0 grid-cols-[repeat(auto-fit,minmax(min(100%,12rem),1fr))] items-start gap-x-4 gap-y-5">
      {children}
    </div>
  );
}

/** The buttons at the end of a form: the one it is for comes first. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-2.5 pt-1">{children}</div>;
}
