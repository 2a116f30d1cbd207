"use client";

import { useActionState } from "react";
import { EMPTY_FORM } from "#app/_doors/form-state.ts";
import { Confirm } from "#components/confirm.tsx";
import { ErrorSummary } from "#components/error-summary.tsx";
import { Field } from "#components/field.tsx";
import { Input } from "#components/input.tsx";
import { Select } from "#components/select.tsx";
import { useWords } from "#components/words.ts";
import type { BulkKind } from "#lib/contacts/bulk/bulk-action.ts";
import type { ValueControl } from "../value-controls.ts";
import { ValueInputs } from "../value-inputs.tsx";
import { sendBulk } from "./actions.ts";
import { consequencesOf, questionOf, submitOf } from "./questions.ts";

type Props = {
  kind: BulkKind;
  /** The query of this page: who is meant. */
  view: string;
  expected: number;
  /** The profile's name; null for the whole repository. */
  from: string | null;
  /** Of the field that is set. */
  control?: ValueControl;
  /** Where contacts can be added to. */
  targets: readonly { id: number; name: string }[];
  back: string;
  /** Drawn with the page, so that a second press on the button starts no second action. */
  once: string;
};

/** The last question before many are changed. When their number changed meanwhile it is asked again, with the new one. */
export function BulkForm({ kind, view, expected: first, from, control, targets, back, once }: Props) {
  const t = useWords();
  const [{ values, errors, message, data }, send] = useActionState(sendBulk, EMPTY_FORM);
  const expected = typeof data === "number" ? data : first;
  const value = (name: string) => String(values[name] ?? "");
  return (
    <form action={send} noValidate className="flex flex-col gap-5">
      <input type="hidden" name="once" value={once} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="view" value={view} />
      <input type="hidden" name="expected" value={expected} />
      <ErrorSummary
        title={t("Nothing was changed")}
        errors={
          Object.keys(errors).length > 0
            ? Object.entries(errors).map(([path, text]) => ({ path, message: text }))
            : message
              ? [{ message }]
              : []
        }
      />
      <Confirm
        title={questionOf(kind, expected, from, t)}
        consequences={consequencesOf(kind, expected, from, t)}
        submit={submitOf(kind, expected, t)}
        pending={t("Starting …")}
        cancelHref={back}
        danger={kind === "erase" || kind === "remove"}
        typeName={kind === "erase" ? String(expected) : undefined}
        error={errors.confirmation}
      >
        {kind === "status" && (
          <>
            <Field name="status" label={t("New status")} error={errors.status} required>
              {(props) => (
                <Select key={value("status")} {...props} defaultValue={value("status") || "unsubscribed"}>
                  <option value="active">{t("Active")}</option>
                  <option value="unsubscribed">{t("Unsubscribed")}</option>
                  <option value="bounced">{t("Bounced")}</option>
                </Select>
              )}
            </Field>
            <Field
              name="reason"
              label={t("Why")}
              hint={t("Kept in the history of each, with your name.")}
              error={errors.reason}
              required
            >
              {(props) => <Input maxLength={500} defaultValue={value("reason")} {...props} />}
            </Field>
          </>
        )}
        {control && <ValueInputs controls={[control]} values={values} errors={errors} />}
        {kind === "add-to-profile" && (
          <Field name="target" label={t("Profile")} error={errors.target} required>
            {(props) => (
              <Select key={value("target")} {...props} defaultValue={value("target")}>
                {targets.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        )}
      </Confirm>
    </form>
  );
}
