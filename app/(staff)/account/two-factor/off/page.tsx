import type { Metadata } from "next";
import { pagePerson } from "#app/_doors/page.ts";
import { PageHeader } from "#components/page-header.tsx";
import { getWords } from "#components/words.ts";
import { accountCrumbs } from "../../crumbs.ts";
import { TurnOffForm } from "./turn-off-form.tsx";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getWords())("Turn two-factor sign-in off"),
});

export default async function TurnOffPage() {
  const t = await getWords();
  await pagePerson("account.own");
  return (
    <>
      <PageHeader title={t("Turn two-factor sign-in off")} crumbs={accountCrumbs(t)} />
      <TurnOffForm />
    </>
  );
}
