import { Fragment } from "react";
import { Icon } from "#components/icons.tsx";
import { useWords } from "#components/words.ts";

/** Where one is in something done in steps: Upload → Columns → Review → Apply. `current` counts from 0; past the end, all are done. */
export function Steps({ label, steps, current }: { label: string; steps: readonly string[]; current: number }) {
  const t = useWords();
  return (
    <nav aria-label={label}>
      <ol className="flex flex-wrap items-center gap-x-3 gap-y-1 sm:gap-x-2 text-sm">
        {steps.map((step, index) => (
          <Fragment key={step}>
            {index > 0 && <li aria-hidden="true" className="hidden h-px w-8 bg-edge sm:block" />}
            <li
              aria-current={index === current ? "step" : undefined}
              className={`inline-flex items-center gap-1.5 ${index === current ? "font-semibold" : "text-muted"}`}
            >
              <Mark done={index < current} current={index === current} number={index + 1} />
              {step}
              {index < current && <span className="sr-only">{t("done")}</span>}
            </li>
          </Fragment>
        ))}
      </ol>
    </nav>
  );
}

function Mark({ done, current, number }: { done: boolean; current: boolean; number: number }) {
  const look = current
    ? "border-accent bg-accent text-surface"
    : done
      ? "border-accent bg-accent-soft text-accent-strong"
      : "border-edge";
  return (
    <span
      aria-hidden="true"
      className={`grid size-5 place-items-center rounded-full border font-semibold text-2xs tabular-nums ${look}`}
    >
      {done ? <Icon name="check" size="sm" /> : number}
    </span>
  );
}
