"use client";

import { useEffect, useState } from "react";
import { MenuButton, MenuLink } from "#components/menu.tsx";
import { useWords } from "#components/words.ts";

/** Copies a profile's key; where the browser cannot, it leads to the place where the key stands. */
export function CopyKey({ text, href }: { text: string; href: string }) {
  const t = useWords();
  const [able, setAble] = useState(false);
  const [copied, setCopied] = useState(false);

  useEffect(() => setAble("clipboard" in navigator), []);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);

  if (!able) {
    return (
      <MenuLink href={href} icon="key">
        {t("Show its key")}
      </MenuLink>
    );
  }
  return (
    <MenuButton
      type="button"
      icon={copied ? "check" : "key"}
      onClick={() => navigator.clipboard.writeText(text).then(() => setCopied(true))}
    >
      {copied ? t("Copied") : t("Copy its key")}
    </MenuButton>
  );
}
