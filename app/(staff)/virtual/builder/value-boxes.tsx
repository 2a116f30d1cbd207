"use client";

import type { ComponentProps } from "react";
import { Input } from "#components/input.tsx";
import { Select } from "#components/select.tsx";
import { Textarea } from "#components/textarea.tsx";
import type { Translator } from "#components/words/translator.ts";
import { useWords } from "#components/words.ts";
import type { Takes } from "#lib/rules/operators.ts";
import type { RuleSubject } from "#lib/virtual/rule-subjects.ts";
import { useBuilder } from "./builder-context.ts";
import type { DraftCondition } from "./draft.ts";
import { controlOf, errorId } from "./draft-form.ts";
import { suggestionsOf } from "./suggestions.tsx";

type Props = { condition: DraftCondition; subject: RuleSubject | undefined; takes: Takes | "choice" | undefined };

/** The boxes for what is compared with. What has no box now stays in the form, for a change of mind. */
export function ValueBoxes(props: Props) {
  const t = useWords();
  const { condition, subject, takes } = props;
  switch (subject ? takes : undefined) {
    case "text":
      return subject && subject.choices.length > 0 && isWhole(condition.op) ? (
        <Choice {...props} />
      ) : (
        <Text {...props} />
      );
    case "choice":
      return <Choice {...props} />;
    case "list":
      return subject && subject.choices.length > 0 && subject.choices.length <= 30 ? (
        <Ticks {...props} />
      ) : (
        <Lines {...props} />
      );
    case "number":
    case "date":
      return <Box {...props} part="value" label={t("Value")} />;
    case "numbers":
    case "dates":
      return (
        <div className="grid grid-cols-2 gap-2">
          <Box {...props} part="value" label={t("From")} />
          <Box {...props} part="value2" label={t("To")} />
        </div>
      );
    case "days":
    case "offset":
      return <Days {...props} />;
    default:
      return <Kept condition={condition} />;
  }
}

const isWhole = (op: string): boolean => op === "is" || op === "is not";

function Kept({ condition: { id, value, value2 } }: { condition: DraftCondition }) {
  return (
    <>
      {value !== "" && <input type="hidden" name={controlOf(id, "value")} value={value} />}
      {value2 !== "" && <input type="hidden" name={controlOf(id, "value2")} value={value2} />}
    </>
  );
}

/** What the box of a condition has in common: its name, what it holds, and what happens when that is changed. */
function useBox(condition: DraftCondition, part: "value" | "value2" = "value") {
  const { change, errors } = useBuilder();
  const control = controlOf(condition.id, part);
  return {
    id: control,
    name: control,
    value: condition[part],
    onChange: (event: { target: { value: string } }) => change(condition.id, { [part]: event.target.value }),
    "aria-invalid": errors[control] ? (true as const) : undefined,
    "aria-describedby": errors[control] ? errorId(condition.id, part) : undefined,
  };
}

const named = (subject: RuleSubject | undefined, t: Translator) =>
  subject ? t("Value of {label}", { label: subject.label }) : t("Value of the condition");

function Text({ condition, subject }: Props) {
  const t = useWords();
  const list = subject && subject.suggestions.length > 0 ? suggestionsOf(subject) : undefined;
  return <Input {...useBox(condition)} list={list} autoComplete="off" aria-label={named(subject, t)} />;
}

function Choice({ condition, subject }: Props) {
  const t = useWords();
  const box = useBox(condition);
  const choices = subject?.choices ?? [];
  return (
    <Select {...box} aria-label={named(subject, t)}>
      {condition.value === "" && <option value="">{t("Choose …")}</option>}
      {unlisted([condition.value], choices).map((value) => (
        <option key={value} value={value}>
          {value}
        </option>
      ))}
      {choices.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </Select>
  );
}

/** Values of a rule that are no choice any more: kept and shown, so that a change elsewhere does not lose them. */
const unlisted = (values: readonly string[], choices: readonly { value: string }[]): string[] =>
  values.filter((value) => value !== "" && !choices.some((each) => each.value === value));

function Lines({ condition, subject }: Props) {
  const t = useWords();
  const box = useBox(condition);
  const count = condition.value.split("\n").filter((line) => line.trim() !== "").length;
  return (
    <div className="flex flex-col gap-1">
      <Textarea {...box} rows={Math.min(Math.max(count + 1, 3), 8)} aria-label={named(subject, t)} />
      <p className="text-muted text-sm">
        {count === 0
          ? t("Paste values, one on each line. An empty list matches nobody.")
          : t("{count, number} of at most 1,000 values, one on each line.", { count })}
      </p>
    </div>
  );
}

function Ticks({ condition, subject }: Props) {
  const t = useWords();
  const { change } = useBuilder();
  const control = controlOf(condition.id, "value");
  const chosen = condition.value.split("\n").filter((line) => line !== "");
  const choices = subject?.choices ?? [];
  const boxes = [...choices, ...unlisted(chosen, choices).map((value) => ({ value, label: value }))];
  return (
    <fieldset id={control} className="flex min-w-0 flex-wrap gap-x-4 gap-y-1 rounded-md border border-edge px-2.5 py-1">
      <legend className="sr-only">{named(subject, t)}</legend>
      {boxes.map(({ value, label }) => (
        <label key={value} className="flex min-h-6 items-center gap-2 pointer-coarse:min-h-9">
          <input
            type="checkbox"
            name={control}
            value={value}
            checked={chosen.includes(value)}
            onChange={({ target }) =>
              change(condition.id, {
                value: (target.checked ? [...chosen, value] : chosen.filter((each) => each !== value)).join("\n"),
              })
            }
            className="size-4"
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

function Box({ condition, subject, takes, part, label }: Props & { part: "value" | "value2"; label: string }) {
  const dates = takes === "date" || takes === "dates";
  const kind: Pick<ComponentProps<"input">, "type" | "inputMode"> = dates ? { type: "date" } : { inputMode: "decimal" };
  return <Input {...useBox(condition, part)} {...kind} autoComplete="off" aria-label={`${label}: ${subject?.label}`} />;
}

function Days({ condition, subject, takes }: Props) {
  const t = useWords();
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <div className="flex items-center gap-2">
        <Input
          {...useBox(condition)}
          width="short"
          inputMode="numeric"
          autoComplete="off"
          aria-label={t("Days: {label}", { label: subject?.label ?? "" })}
        />
        <span className="text-muted">{t("days")}</span>
      </div>
      {takes === "offset" && (
        <p className="text-muted text-sm">{t("0: today is the day. -1: it is tomorrow. 7: it was a week ago.")}</p>
      )}
    </div>
  );
}
