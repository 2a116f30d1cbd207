"use client";

import { Field } from "#components/field.tsx";
import { Input } from "#components/input.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { useWords } from "#components/words.ts";
import type { Why } from "./why.ts";
import { WhyLines } from "./why-lines.tsx";

/** An address is pasted, and each condition answers yes or no for it. */
export function WhyBox({
  keyKind,
  value,
  why,
  onType,
}: {
  keyKind: "email" | "mobile";
  value: unknown;
  why: Why | null;
  onType: () => void;
}) {
  const t = useWords();
  return (
    <section
      aria-label={t("Why somebody matches")}
      className="flex min-w-0 flex-col gap-3 rounded-lg border border-line p-4"
    >
      <div className="flex items-end gap-2">
        <div className="min-w-0 flex-1">
          <Field
            name="why"
            label={t("Why is somebody in, or not?")}
            hint={keyKind === "email" ? t("Paste an email address.") : t("Paste a mobile number.")}
          >
            {(control) => (
              <Input
                autoComplete="off"
                spellCheck={false}
                defaultValue={String(value ?? "")}
                onChange={onType}
                {...control}
              />
            )}
          </Field>
        </div>
        <SubmitButton variant="secondary" name="intent" value="preview" pending="…">
          {t("See why")}
        </SubmitButton>
      </div>
      <div aria-live="polite">
        {why && ("nobody" in why ? <p className="text-muted">{why.nobody}</p> : <WhyLines why={why} />)}
      </div>
    </section>
  );
}
