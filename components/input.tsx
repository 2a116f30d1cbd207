import type { ComponentProps } from "react";
import { controlStyle } from "#components/control-style.ts";

const widths = { full: "", short: "max-w-32", medium: "max-w-64" } as const;

/**
 * A line of text, a number or a date; every attribute of a native input may be given.
 * `width` hints at how much is expected: short (a number), medium (a date, a telephone), full.
 */
export function Input({
  width = "full",
  ...input
}: { width?: keyof typeof widths } & Omit<ComponentProps<"input">, "className" | "width">) {
  return <input className={`${controlStyle} min-h-8.5 ${widths[width]}`} {...input} />;
}
