"use client";

import { useEffect, useState } from "react";
import { areOff, turn } from "#components/keyboard/shortcuts.ts";
import { useWords } from "#components/words.ts";

/** Turns the keys off that are one letter alone, for those who speak to their computer or press keys by accident. */
export function ShortcutSwitch() {
  const t = useWords();
  const [off, setOff] = useState<boolean | null>(null);
  useEffect(() => setOff(areOff()), []);
  if (off === null) return null;
  return (
    <label className="inline-flex min-h-6 cursor-pointer items-center gap-2">
      <input
        type="checkbox"
        className="size-4"
        checked={!off}
        onChange={(event) => {
          turn(!event.target.checked);
          setOff(!event.target.checked);
        }}
      />
      {t("Use these keys in this browser")}
    </label>
  );
}
