import type { ReactNode } from "react";
import { buttonStyle } from "#components/button-style.ts";
import { useWords } from "#components/words.ts";

/**
 * The search and the filters above a list: a form that changes the address, so that a view can be bookmarked.
 * `keep` are the parts of the address that the form itself does not ask for, such as the order. `children` are
 * SearchBox, Selects and what else it asks; `actions` stand at the right and are no part of it.
 */
export function Toolbar({
  label,
  action,
  keep = {},
  submit,
  actions,
  children,
}: {
  label: string;
  action: string;
  keep?: Readonly<Record<string, string | readonly string[] | undefined>>;
  submit?: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const t = useWords();
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <search aria-label={label} className="min-w-0 flex-1 basis-80">
        <form action={action} className="flex flex-wrap items-center gap-2">
          {Object.entries(keep).flatMap(([name, values]) =>
            [values ?? []]
              .flat()
              .map((value) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />),
          )}
          {children}
          <button type="submit" className={buttonStyle("secondary", "md")}>
            {submit ?? t("Search")}
          </button>
        </form>
      </search>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </div>
  );
}
