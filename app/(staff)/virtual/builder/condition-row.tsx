"use client";

import { FieldError } from "#components/field.tsx";
import { Icon } from "#components/icons.tsx";
import { Select } from "#components/select.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { useWords } from "#components/words.ts";
import { ALSO_MATCHES_EMPTY, type Op } from "#lib/rules/operators.ts";
import { useBuilder } from "./builder-context.ts";
import type { DraftCondition } from "./draft.ts";
import { controlOf, errorId } from "./draft-form.ts";
import { RemoveButton } from "./remove-button.tsx";
import { ValueBoxes } from "./value-boxes.tsx";

const PARTS = ["about", "op", "value", "value2"] as const;

/** One condition: what it is about, how it compares, and with what. */
export function ConditionRow({ condition }: { condition: DraftCondition }) {
  const t = useWords();
  const { subjects, errors, traps, change } = useBuilder();
  const { id, about, op } = condition;
  const subject = subjects.find((each) => each.about === about);
  const operator = subject?.operators.find((each) => each.op === op);
  const wrong = PARTS.map((part) => ({ part, message: errors[controlOf(id, part)] })).filter(({ message }) => message);
  const faults = (part: "about" | "op") =>
    errors[controlOf(id, part)] ? { "aria-invalid": true as const, "aria-describedby": errorId(id, part) } : {};
  const warned = traps.filter(({ control }) => control === controlOf(id, "value"));
  const choose = (next: string) => {
    const operators = subjects.find((each) => each.about === next)?.operators ?? [];
    const kept = operators.find((each) => each.op === op) ?? operators[0];
    const sameKind = subject && subjects.find((each) => each.about === next)?.type === subject.type;
    change(id, { about: next, op: kept?.op ?? "", ...(sameKind ? {} : { value: "", value2: "" }) });
  };
  return (
    <fieldset className="@container flex min-w-0 flex-col gap-1.5">
      <legend className="sr-only">{t("Condition")}</legend>
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-2">
        <div className="grid min-w-0 gap-2 @sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_minmax(0,1.3fr)]">
          <div className={subject ? "min-w-0" : "min-w-0 @sm:col-span-2"}>
            <Select
              id={controlOf(id, "about")}
              name={controlOf(id, "about")}
              aria-label={t("About")}
              {...faults("about")}
              value={subject ? about : ""}
              onChange={(event) => choose(event.target.value)}
            >
              <option value="">{t("Choose a field …")}</option>
              {subjects.map((each) => (
                <option key={each.about} value={each.about}>
                  {each.label}
                </option>
              ))}
            </Select>
          </div>
          {subject && (
            <div className={operator?.takes === "nothing" ? "min-w-0 @sm:col-span-2" : "min-w-0"}>
              <Select
                id={controlOf(id, "op")}
                name={controlOf(id, "op")}
                aria-label={t("How {label} compares", { label: subject.label })}
                {...faults("op")}
                value={operator ? op : ""}
                onChange={(event) => change(id, { op: event.target.value })}
              >
                {!operator && <option value="">{t("Choose …")}</option>}
                {subject.operators.map((each) => (
                  <option key={each.op} value={each.op}>
                    {each.words}
                  </option>
                ))}
              </Select>
            </div>
          )}
          <ValueBoxes condition={condition} subject={subject} takes={operator?.takes} />
        </div>
        <RemoveButton
          id={id}
          label={
            subject
              ? t("Remove the condition on {label}", { label: subject.label })
              : t("Remove the condition that is about nothing yet")
          }
        />
      </div>
      <noscript>
        <SubmitButton variant="quiet" size="sm" icon="refresh" name="intent" value="preview">
          {t("Show the boxes that fit")}
        </SubmitButton>
      </noscript>
      {wrong.map(({ part, message }) => (
        <FieldError key={part} id={errorId(id, part)}>
          {message}
        </FieldError>
      ))}
      {operator && ALSO_MATCHES_EMPTY.has(op as Op) && (
        <p className="text-muted text-sm">
          {t("Also matches contacts whose {label} is empty.", { label: subject?.label ?? "" })}
        </p>
      )}
      {warned.map(({ message }) => (
        <p key={message} className="flex gap-1.5 text-sm text-warn">
          <span className="mt-0.5">
            <Icon name="sign-warn" />
          </span>
          <span>{message}</span>
        </p>
      ))}
    </fieldset>
  );
}
