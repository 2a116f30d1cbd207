import type { ReactNode } from "react";
import { FieldError } from "#components/field.tsx";

/**
 * Questions that belong together, under one heading. With `choices` it is one question answered by its radios or
 * checkboxes: they stand closer, and the heading looks like a label.
 */
export function Fieldset({
  legend,
  hint,
  error,
  id,
  choices = false,
  children,
}: {
  legend: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  id: string;
  choices?: boolean;
  children: ReactNode;
}) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <fieldset id={id} tabIndex={-1} aria-describedby={described || undefined} className="min-w-0">
      <legend className={choices ? "font-medium" : "font-semibold text-lg"}>{legend}</legend>
      {hint && (
        <div id={`${id}-hint`} className="text-muted text-sm">
          {hint}
        </div>
      )}
      <div className={`flex flex-col ${choices ? "gap-1 pt-1" : "gap-5 pt-3"}`}>{children}</div>
      {error && (
        <div className="pt-1">
          <FieldError id={`${id}-error`}>{error}</FieldError>
        </div>
      )}
    </fieldset>
  );
}
