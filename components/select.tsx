import type { ComponentProps } from "react";
import { controlStyle } from "#components/control-style.ts";
import { Icon } from "#components/icons.tsx";

const widths = { full: "w-full", auto: "w-auto max-sm:flex-auto" } as const;

/** A native select; its options are given as children. `width="auto"` in toolbars, as wide as the longest option. */
export function Select({
  width = "full",
  ...select
}: { width?: keyof typeof widths } & Omit<ComponentProps<"select">, "className" | "width">) {
  return (
    <span className={`relative inline-flex max-w-full items-center ${widths[width]}`}>
      <select className={`${controlStyle} min-h-8.5 cursor-pointer appearance-none truncate pr-8!`} {...select} />
      <span className="pointer-events-none absolute right-2.5 text-muted">
        <Icon name="chevron-down" size="sm" />
      </span>
    </span>
  );
}
