import type { Metadata } from "next";
import encodeQR from "qr";
import { pagePerson } from "#app/_doors/page.ts";
import { Notice } from "#components/notice.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { getWords } from "#components/words.ts";
import { ownTwoFactor } from "#lib/staff/two-factor/set-up.ts";
import { accountCrumbs } from "../crumbs.ts";
import { TwoFactorSteps } from "./two-factor-steps.tsx";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getWords())("Two-factor sign-in") });

export default async function TwoFactorPage() {
  const person = await pagePerson("account.own");
  const t = await getWords();
  const { state, pending } = await ownTwoFactor(person);
  return (
    <>
      <PageHeader
        title={t("Two-factor sign-in")}
        description={t("After the password, a code of an app on your telephone is asked for.")}
        crumbs={accountCrumbs(t)}
      />
      {person.lacksSecondFactor && (
        <Notice tone="warn" title={t("Everybody here signs in with two factors")}>
          {t("Set up your authenticator app, and the other pages are open to you again.")}
        </Notice>
      )}
      <TwoFactorSteps
        state={state}
        pending={pending && { secret: pending.secret, squares: encodeQR(pending.address, "raw", { border: 3 }) }}
      />
    </>
  );
}
