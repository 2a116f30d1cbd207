import type { ComponentProps } from "react";
import { controlStyle } from "#components/control-style.ts";
import { Icon } from "#components/icons.tsx";

/** What to look for. `label` is its name, seen as the placeholder unless another is given. Stands in a Toolbar. */
export function SearchBox({
  label,
  ...input
}: { label: string } & Omit<ComponentProps<"input">, "className" | "type" | "aria-label">) {
  return (
    <span className="relative inline-flex min-w-0 flex-1 basis-56 items-center sm:max-w-96">
      <span className="pointer-events-none absolute left-2.5 text-muted">
        <Icon name="search" />
      </span>
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        className={`${controlStyle} min-h-8.5 pl-8.5!`}
        {...input}
      />
    </span>
  );
}
