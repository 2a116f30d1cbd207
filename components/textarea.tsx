import type { ComponentProps } from "react";
import { controlStyle } from "#components/control-style.ts";

/** Text of several lines; grows with what is typed where the browser can. `mono` for pasted rows and keys. */
export function Textarea({
  mono = false,
  rows = 4,
  ...textarea
}: { mono?: boolean } & Omit<ComponentProps<"textarea">, "className">) {
  return (
    <textarea
      rows={rows}
      className={`${controlStyle} field-sizing-content max-h-96 min-h-20 resize-y ${mono ? "font-mono text-sm" : ""}`}
      {...textarea}
    />
  );
}
