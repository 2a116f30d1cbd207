"use client";

import { useActionState } from "react";
import { EMPTY_FORM } from "#app/_doors/form-state.ts";
import { Confirm } from "#components/confirm.tsx";
import { ErrorSummary } from "#components/error-summary.tsx";
import { useWords } from "#components/words.ts";
import { sendNewLink } from "../../actions.ts";
import { HandOver, isHandOver } from "../../hand-over.tsx";

export function LinkForm({ id, name, isNew }: { id: number; name: string; isNew: boolean }) {
  const t = useWords();
  const [{ message, data }, send] = useActionState(sendNewLink, EMPTY_FORM);
  if (isHandOver(data)) return <HandOver made={data} title={t("A link for {name}", { name })} />;
  return (
    <form action={send} noValidate className="flex min-w-0 max-w-2xl flex-col gap-5">
      <input type="hidden" name="member" value={id} />
      {message && <ErrorSummary title={t("No link was made")} errors={[{ message }]} />}
      <Confirm
        title={t("Make a link for {name}?", { name })}
        consequences={[
          t("You see it once, and hand it over yourself."),
          isNew ? t("The link before it is void.") : t("Until it is used the present password stays as it is."),
          ...(isNew
            ? []
            : [t("When it is used every session of this person ends. A second factor is still asked for.")]),
        ]}
        submit={t("Make the link")}
        pending={t("Making it …")}
        cancelHref={`/staff/${id}`}
        danger={false}
      />
    </form>
  );
}
