"use client";

import { classes } from "#components/classes.ts";
import { Notice } from "#components/notice.tsx";
import { Select } from "#components/select.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { useWords } from "#components/words.ts";
import type { GroupKind } from "#lib/rules/rule.ts";
import { say } from "#lib/text/words.ts";
import { useBuilder } from "./builder-context.ts";
import { ConditionRow } from "./condition-row.tsx";
import { type DraftGroup, isGroup, MOST } from "./draft.ts";
import { controlOf } from "./draft-form.ts";
import { RemoveButton } from "./remove-button.tsx";

/** Conditions and groups that belong together: whether all, any or none of them must hold. */
export function GroupBox({ group, level }: { group: DraftGroup; level: number }) {
  const t = useWords();
  const { traps, errors, change } = useBuilder();
  const control = controlOf(group.id, "kind");
  const said = [errors[control], ...traps.filter((trap) => trap.control === control).map(({ message }) => message)];
  return (
    <fieldset
      className={classes(
        "flex min-w-0 flex-col gap-3 rounded-lg border p-3 sm:p-4",
        level % 2 === 1 ? "border-line bg-surface" : "border-edge/40 bg-sunken",
      )}
    >
      <legend className="sr-only">{level === 1 ? t("The rules") : t("A group of rules")}</legend>
      <div className="flex items-center gap-2">
        <label htmlFor={control} className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2 gap-y-1">
          <span className="text-muted">{level === 1 ? t("A contact is in when") : t("and in this group")}</span>
          <Select
            id={control}
            name={control}
            width="auto"
            value={group.kind}
            onChange={(event) => change(group.id, { kind: event.target.value as GroupKind })}
          >
            <option value="all">{t("all of these are true")}</option>
            <option value="any">{t("any of these is true")}</option>
            <option value="none">{t("none of these is true")}</option>
          </Select>
        </label>
        {level > 1 && <RemoveButton id={group.id} label={t("Remove this group")} />}
      </div>
      {said.filter(Boolean).map((message) => (
        <Notice key={message} tone="warn" live>
          {message}
        </Notice>
      ))}
      <ol className="flex flex-col gap-3">
        {group.items.map((item, at) => (
          <li key={item.id} className="flex min-w-0 flex-col gap-2 sm:flex-row">
            <span className="w-8 shrink-0 text-muted text-sm sm:pt-1.75 sm:text-right" aria-hidden={at === 0}>
              {at === 0 ? "" : t(JOINED[group.kind])}
            </span>
            <div className="min-w-0 flex-1">
              {isGroup(item) ? <GroupBox group={item} level={level + 1} /> : <ConditionRow condition={item} />}
            </div>
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2 sm:pl-10">
        <SubmitButton
          variant="secondary"
          size="sm"
          icon="plus"
          name="intent"
          value={`add-condition-${group.id}`}
          pending="…"
        >
          {t("Add a condition")}
        </SubmitButton>
        {level < MOST.levels && (
          <SubmitButton variant="quiet" size="sm" icon="plus" name="intent" value={`add-group-${group.id}`} pending="…">
            {t("Add a group")}
          </SubmitButton>
        )}
      </div>
    </fieldset>
  );
}

const JOINED: Record<GroupKind, string> = { all: say("and"), any: say("or"), none: say("nor") };
