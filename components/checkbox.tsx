import type { ComponentProps, ReactNode } from "react";
import { FieldError } from "#components/field.tsx";

/**
 * One yes or no, with its label to the right; the whole line can be pressed. `type="radio"` for one of several: give
 * the same name to each, within a Fieldset. The id is the name (and the value) unless given.
 */
export function Checkbox({
  label,
  hint,
  error,
  type = "checkbox",
  ...input
}: {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  type?: "checkbox" | "radio";
  name: string;
} & Omit<ComponentProps<"input">, "className" | "type" | "name">) {
  const id = input.id ?? [input.name, input.value].filter((part) => part !== undefined).join("-");
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label className="grid min-h-6 max-w-full cursor-pointer grid-cols-[auto_minmax(0,1fr)] gap-x-2 self-start py-0.5 pointer-coarse:py-2 has-disabled:cursor-not-allowed has-disabled:text-muted">
        <input
          {...input}
          id={id}
          type={type}
          aria-describedby={described || undefined}
          aria-invalid={error ? true : undefined}
          className="mt-0.75 size-4 cursor-[inherit]"
        />
        <span>{label}</span>
        {hint && (
          <span id={`${id}-hint`} className="col-start-2 text-muted text-sm">
            {hint}
          </span>
        )}
      </label>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}
