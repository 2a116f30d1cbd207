"use client";

import { useActionState } from "react";
import { EMPTY_FORM } from "#app/_doors/form-state.ts";
import { LinkForm } from "#app/link-form.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { useWords } from "#components/words.ts";
import { setPassword } from "./actions.ts";

export function JoinForm({ token, name }: { token: string; name: string }) {
  const t = useWords();
  const sent = useActionState(setPassword, EMPTY_FORM);
  const submit = <SubmitButton pending={t("Setting it …")}>{t("Set the password")}</SubmitButton>;
  return <LinkForm token={token} name={name} sent={sent} submit={submit} />;
}
