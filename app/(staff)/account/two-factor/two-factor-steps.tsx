"use client";

import { useActionState } from "react";
import { EMPTY_FORM } from "#app/_doors/form-state.ts";
import { ButtonLink } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";
import { useWords } from "#components/words.ts";
import { confirmCode } from "./actions.ts";
import { AskForCode, type Pending } from "./ask-for-code.tsx";
import { AskForPassword } from "./ask-for-password.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";

/**
 * The three steps on one page: the password, the app and its first code, the recovery codes. One component holds the
 * answer to the second, so that the codes are there also without JavaScript, where the page is drawn anew with it.
 */
export function TwoFactorSteps({ state, pending }: { state: "off" | "pending" | "on"; pending: Pending | null }) {
  const t = useWords();
  const [answer, send] = useActionState(confirmCode, EMPTY_FORM);
  if (Array.isArray(answer.data)) return <RecoveryCodes codes={answer.data} title={t("Two-factor sign-in is on")} />;
  if (state === "on") {
    return (
      <Notice
        tone="good"
        title={t("Two-factor sign-in is on")}
        actions={<ButtonLink href="/account">{t("Your account")}</ButtonLink>}
      />
    );
  }
  return pending ? <AskForCode pending={pending} answer={answer} send={send} /> : <AskForPassword />;
}
