import type { ReactNode } from "react";
import { CodeBlock } from "#components/code.tsx";
import { Notice } from "#components/notice.tsx";

/** A link, a key or codes that no page shows again: what it is for, and the thing itself to be copied. */
export function ShownOnce({
  title,
  text,
  label,
  children,
}: {
  title: string;
  text: string;
  /** What is copied: "link". */
  label: string;
  children: ReactNode;
}) {
  return (
    <section className="flex min-w-0 max-w-2xl flex-col gap-4">
      <Notice tone="good" title={title} live>
        {children}
      </Notice>
      <CodeBlock text={text} label={label} />
    </section>
  );
}
