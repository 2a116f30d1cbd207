import type { ReactNode } from "react";
import { FieldError } from "#components/field.tsx";

export type RadioCard = {
  value: string;
  title: ReactNode;
  description?: ReactNode;
  /** To the right of the title: a badge, a number. */
  aside?: ReactNode;
  disabled?: boolean;
};

const layouts = { "1": "", "2": "sm:grid-cols-2", "3": "sm:grid-cols-2 lg:grid-cols-3" } as const;

/** One of a few choices that each need a sentence: the type of a profile, the action of an import. Native radios. */
export function RadioCards({
  name,
  legend,
  cards,
  value,
  hint,
  error,
  required = false,
  columns = "2",
  id = name,
}: {
  name: string;
  legend: ReactNode;
  cards: readonly RadioCard[];
  /** The chosen card's value. */
  value?: string;
  hint?: ReactNode;
  error?: ReactNode;
  required?: boolean;
  columns?: keyof typeof layouts;
  id?: string;
}) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <fieldset id={id} tabIndex={-1} aria-describedby={described || undefined} className="flex min-w-0 flex-col gap-1.5">
      <legend className="font-medium">{legend}</legend>
      {hint && (
        <div id={`${id}-hint`} className="text-muted text-sm">
          {hint}
        </div>
      )}
      <div className={`grid gap-2.5 pt-1 ${layouts[columns]}`}>
        {cards.map((card) => (
          <Card key={card.value} name={name} id={`${id}-${card.value}`} card={card} value={value} required={required} />
        ))}
      </div>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </fieldset>
  );
}

function Card(props: { name: string; id: string; card: RadioCard; value: string | undefined; required: boolean }) {
  const { name, id, card, value, required } = props;
  return (
    <label
      htmlFor={id}
      className="grid cursor-pointer grid-cols-[auto_minmax(0,1fr)] content-start gap-x-2.5 gap-y-0.5 rounded-lg border border-edge/60 p-3.5 transition-colors hover:bg-hover has-checked:border-accent has-disabled:cursor-not-allowed has-disabled:border-line has-checked:bg-accent-soft has-disabled:bg-sunken has-disabled:text-muted has-checked:ring-1 has-checked:ring-accent"
    >
      <input
        type="radio"
        id={id}
        name={name}
        value={card.value}
        defaultChecked={card.value === value}
        disabled={card.disabled}
        required={required}
        aria-describedby={card.description ? `${id}-description` : undefined}
        className="mt-0.75 size-4 cursor-[inherit]"
      />
      <span className="flex flex-wrap items-start justify-between gap-x-2.5">
        <span className="font-medium">{card.title}</span>
        {card.aside}
      </span>
      {card.description && (
        <span id={`${id}-description`} className="col-start-2 text-muted text-sm">
          {card.description}
        </span>
      )}
    </label>
  );
}
