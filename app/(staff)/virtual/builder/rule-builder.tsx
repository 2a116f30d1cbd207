"use client";

import { startTransition, useActionState, useRef, useState } from "react";
import { EMPTY_FORM, type FormState } from "#app/_doors/form-state.ts";
import { ButtonLink } from "#components/button.tsx";
import { ErrorSummary } from "#components/error-summary.tsx";
import { FormActions } from "#components/form.tsx";
import type { FormEntries } from "#components/form-entries.ts";
import { SubmitButton } from "#components/submit-button.tsx";
import { useKeptForm } from "#components/use-kept-form.ts";
import { useWords } from "#components/words.ts";
import type { RuleSubject } from "#lib/virtual/rule-subjects.ts";
import { type BuilderData, sendRules } from "./actions.ts";
import { BuilderContext } from "./builder-context.ts";
import { CountAtHand } from "./count-at-hand.tsx";
import { type DraftGroup, draftAfter, withChange } from "./draft.ts";
import { draftIn, focusAfter, nodeLines } from "./draft-form.ts";
import { GroupBox } from "./group-box.tsx";
import { NameFields } from "./name-fields.tsx";
import type { Preview } from "./preview.ts";
import { PreviewPanel } from "./preview-panel.tsx";
import { Suggestions } from "./suggestions.tsx";
import { useFocus } from "./use-focus.ts";
import { usePreview } from "./use-preview.ts";
import { WhyBox } from "./why-box.tsx";

/** What the form is for: a new Virtual profile, or the rules of one (`profile`), from the version that was `seen`. */
export type BuilderProps = {
  purpose:
    | { source: number; name: string; description: string }
    | { profile: number; seen: number; cancelHref: string };
  keyKind: "email" | "mobile";
  subjects: readonly RuleSubject[];
  draft: DraftGroup;
  preview: Preview;
};

/**
 * Rules as a plain form: the whole draft travels in it, and every button sends it, so that it needs no JavaScript. With
 * it the buttons change the rows at once, and who matches follows each change.
 */
export function RuleBuilder({ purpose, keyKind, subjects, ...first }: BuilderProps) {
  const t = useWords();
  const [state, send, pending] = useActionState(sendRules, EMPTY_FORM);
  const sent = state.data as BuilderData | undefined;
  const [draft, setDraft] = useState(sent?.draft ?? (state.values.node ? draftIn(state.values) : first.draft));
  const form = useRef<HTMLFormElement>(null);
  const live = usePreview(form, draft, sent?.preview ?? first.preview);
  const [outdated, setOutdated] = useState<FormState | null>(null);
  const told = outdated === state ? withoutRows(state.errors) : state.errors;
  const errors = { ...live.preview.wrong, ...told };
  const focusNext = useFocus(form, state);

  // Over rules that somebody has saved since nothing is put back: they are to be seen first.
  const restore = (entries: FormEntries) => {
    const fits = !("seen" in purpose) || entries.seen === String(purpose.seen);
    if (fits) setDraft(draftIn(entries));
    return fits;
  };
  useKeptForm(form, { drawn: [draft, state], saves: "save", restore });

  const redraw = (next: DraftGroup) => {
    setDraft(next);
    setOutdated(state);
  };

  const press = (event: React.SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const entries = new FormData(event.currentTarget, event.nativeEvent.submitter);
    const changed = draftAfter(String(entries.get("intent")), draft);
    if (changed) {
      focusNext(focusAfter(draft, changed));
      return redraw(changed);
    }
    if (entries.get("intent") === "preview") return live.ask();
    startTransition(() => send(entries));
  };

  return (
    <BuilderContext
      value={{
        subjects,
        errors,
        traps: live.preview.traps,
        change: (id, change) => redraw(withChange(draft, id, change)),
      }}
    >
      <form
        ref={form}
        action={send}
        onSubmit={press}
        noValidate
        className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_21rem] xl:grid-cols-[minmax(0,1fr)_25rem]"
      >
        {/* What Enter presses: the first button of a form, which must not be one that removes a row. */}
        <button type="submit" name="intent" value="preview" tabIndex={-1} aria-hidden="true" className="sr-only">
          {t("Show who matches")}
        </button>
        {nodeLines(draft).map((line) => (
          <input key={line} type="hidden" name="node" value={line} />
        ))}
        <div className="flex min-w-0 flex-col gap-6">
          <ErrorSummary
            title={t("The rules were not saved yet")}
            errors={[
              ...(state.message ? [{ message: state.message }] : []),
              ...Object.entries(told).map(([path, message]) => ({ path, message })),
            ]}
          />
          {"profile" in purpose ? (
            <>
              <input type="hidden" name="profile" value={purpose.profile} />
              <input type="hidden" name="seen" value={sent?.seen ?? purpose.seen} />
            </>
          ) : (
            <NameFields purpose={purpose} values={state.values} errors={told} />
          )}
          <GroupBox group={draft} level={1} />
          <FormActions>
            <SubmitButton name="intent" value="save" pending={t("Saving …")}>
              {pending ? t("Saving …") : "profile" in purpose ? t("Save the rules") : t("Create the virtual profile")}
            </SubmitButton>
            <ButtonLink href={"profile" in purpose ? purpose.cancelHref : "/virtual"}>{t("Cancel")}</ButtonLink>
          </FormActions>
          <CountAtHand preview={live.preview} />
        </div>
        <div className="flex min-w-0 flex-col gap-4 lg:sticky lg:top-6 lg:max-h-[calc(100dvh-3rem)] lg:overflow-y-auto">
          <PreviewPanel preview={live.preview} asking={live.asking} failed={live.failed} edits={"profile" in purpose} />
          <WhyBox
            keyKind={keyKind}
            value={state.values.why}
            why={live.preview.counted?.why ?? null}
            onType={live.askSoon}
          />
        </div>
        <Suggestions subjects={subjects} />
      </form>
    </BuilderContext>
  );
}

/** What was wrong with rows when they were sent means nothing any more once one is changed. */
const withoutRows = (errors: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(errors).filter(([control]) => !/^n\d+-/.test(control)));
