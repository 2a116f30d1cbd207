"use client";

import { useEffect, useState } from "react";
import { IconButton } from "#components/button.tsx";
import { useWords } from "#components/words.ts";

/** Copies a text. It is there only where the browser can copy, so never without JavaScript: the text must be seen too. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const t = useWords();
  const [able, setAble] = useState(false);
  const [copied, setCopied] = useState(false);

  useEffect(() => setAble("clipboard" in navigator), []);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);

  // Its place is kept, so that nothing moves when it comes.
  if (!able) return <span aria-hidden="true" className="inline-block size-7 pointer-coarse:size-9" />;
  return (
    <>
      <IconButton
        icon={copied ? "check" : "copy"}
        label={label}
        onClick={() => navigator.clipboard.writeText(text).then(() => setCopied(true))}
      />
      <span role="status" className="sr-only">
        {copied && t("Copied")}
      </span>
    </>
  );
}
