import type { ReactNode } from "react";
import { useWords } from "#components/words.ts";

/**
 * What can be done with many rows at once: under the table, in the form that holds its TickCells. It asks which rows
 * are meant, sent as `scope`: `ticked` (how many they are is counted by the style sheet) or `matching`.
 * `children` are the actions: SubmitButtons with a name and a value, Selects.
 */
export function BulkBar({ matching, children }: { matching: number; children: ReactNode }) {
  const t = useWords();
  return (
    <fieldset className="sm:tall:sticky bottom-3 z-20 flex min-w-0 flex-wrap items-center gap-x-5 gap-y-2 rounded-lg border border-edge/60 bg-raised px-4 py-2.5 shadow-raised">
      <legend className="sr-only">{t("Change many at once")}</legend>
      <div className="flex flex-wrap gap-x-5">
        <Scope value="ticked" checked>
          <span className="ticked-count">{t("Ticked rows")}</span>
        </Scope>
        <Scope value="matching">
          {t("All {count, plural, one {# contact} other {# contacts}} that match", { count: matching })}
        </Scope>
      </div>
      <div className="flex flex-wrap items-center gap-2">{children}</div>
    </fieldset>
  );
}

function Scope({ value, checked = false, children }: { value: string; checked?: boolean; children: ReactNode }) {
  return (
    <label className="flex min-h-6 cursor-pointer items-center gap-2 tabular-nums">
      <input type="radio" name="scope" value={value} defaultChecked={checked} className="size-4 cursor-[inherit]" />
      <span>{children}</span>
    </label>
  );
}
