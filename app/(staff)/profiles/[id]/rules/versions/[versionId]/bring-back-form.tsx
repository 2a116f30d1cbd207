"use client";

import { type ReactNode, useActionState } from "react";
import { EMPTY_FORM } from "#app/_doors/form-state.ts";
import { Confirm } from "#components/confirm.tsx";
import { ErrorSummary } from "#components/error-summary.tsx";
import { useWords } from "#components/words.ts";
import { sendBringBack } from "./actions.ts";

/** What an earlier version says and what the present one says, what changes with it, and the button. */
export function BringBackForm({
  profile,
  version,
  seen,
  words,
  change: { gained, lost },
  cancelHref,
  children,
}: {
  profile: number;
  version: number;
  seen: number;
  words: { was: string; is: string };
  change: { gained: number; lost: number };
  cancelHref: string;
  children?: ReactNode;
}) {
  const t = useWords();
  const [state, send] = useActionState(sendBringBack, EMPTY_FORM);
  const errors = [...Object.values(state.errors), ...(state.message ? [state.message] : [])];
  return (
    <form action={send} className="flex flex-col gap-4">
      <ErrorSummary title={t("Nothing was changed")} errors={[...new Set(errors)].map((message) => ({ message }))} />
      <input type="hidden" name="profile" value={profile} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="seen" value={seen} />
      <Confirm
        danger={false}
        title={t("Bring these rules back?")}
        consequences={[
          t("These rules: {rules}", { rules: words.was }),
          t("In the place of: {rules}", { rules: words.is }),
          gained === 0 && lost === 0
            ? t("They mean the same contacts today.")
            : t(
                "Today {gained, plural, one {# contact} other {# contacts}} would come in and {lost, plural, one {# contact} other {# contacts}} would leave.",
                { gained, lost },
              ),
          t("The present rules are kept among the versions."),
        ]}
        submit={t("Bring these rules back")}
        pending={t("Bringing back …")}
        cancelHref={cancelHref}
      >
        {children}
      </Confirm>
    </form>
  );
}
