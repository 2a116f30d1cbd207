import type { Metadata } from "next";
import { pagePerson } from "#app/_doors/page.ts";
import { PageHeader } from "#components/page-header.tsx";
import { getWords } from "#components/words.ts";
import { accountCrumbs } from "../crumbs.ts";
import { PasswordForm } from "./password-form.tsx";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getWords())("Change the password") });

export default async function PasswordPage() {
  const t = await getWords();
  await pagePerson("account.own");
  return (
    <>
      <PageHeader title={t("Change the password")} crumbs={accountCrumbs(t)} />
      <PasswordForm />
    </>
  );
}
