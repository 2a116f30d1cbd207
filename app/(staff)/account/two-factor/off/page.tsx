import type { Metadata } from "next";
import { pagePerson } from "#app/_doors/page.ts";
import { PageHeader } from "#components/page-header.tsx";
import { ACCOUNT_CRUMBS } from "../../crumbs.ts";
import { TurnOffForm } from "./turn-off-form.tsx";

export const metadata: Metadata = { title: "Turn two-factor sign-in off" };

export default async function TurnOffPage() {
  await pagePerson("account.own");
  return (
    <>
      <PageHeader title="Turn two-factor sign-in off" crumbs={ACCOUNT_CRUMBS} />
      <TurnOffForm />
    </>
  );
}
