import type { Metadata } from "next";
import { pagePerson } from "#app/_doors/page.ts";
import { PageHeader } from "#components/page-header.tsx";
import { getWords } from "#components/words.ts";
import { accountCrumbs } from "../crumbs.ts";
import { RenewForm } from "./renew-form.tsx";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getWords())("New recovery codes") });

export default async function RecoveryCodesPage() {
  const t = await getWords();
  await pagePerson("account.own");
  return (
    <>
      <PageHeader title={t("New recovery codes")} crumbs={accountCrumbs(t)} />
      <RenewForm />
    </>
  );
}
