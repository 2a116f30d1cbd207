"use client";

import { type ChangeEvent, useEffect, useState } from "react";
import { useWords } from "#components/words.ts";

/** The head of the TickCells: ticks every row of the table. Its box is there only with JavaScript, which it needs. */
export function TickAllHead() {
  const t = useWords();
  const [able, setAble] = useState(false);
  useEffect(() => setAble(true), []);
  return (
    <th scope="col" className="sticky top-0 z-10 w-10 border-line border-b bg-surface px-2 py-1.5">
      {able ? (
        <label className="grid size-6 cursor-pointer place-items-center">
          <span className="sr-only">{t("Every row of this page")}</span>
          <input type="checkbox" className="size-4 cursor-[inherit]" onChange={tickAll} />
        </label>
      ) : (
        <span className="sr-only">{t("Every row of this page")}</span>
      )}
    </th>
  );
}

function tickAll(event: ChangeEvent<HTMLInputElement>) {
  const table = event.currentTarget.closest("table");
  for (const row of table?.querySelectorAll<HTMLInputElement>("[data-row-tick]") ?? []) {
    row.checked = event.currentTarget.checked;
    row.dispatchEvent(new Event("change", { bubbles: true }));
  }
}
