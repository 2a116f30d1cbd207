import type { Metadata } from "next";
import { pagePerson } from "#app/_doors/page.ts";
import { PageHeader } from "#components/page-header.tsx";
import { ACCOUNT_CRUMBS } from "../crumbs.ts";
import { RenewForm } from "./renew-form.tsx";

export const metadata: Metadata = { title: "New recovery codes" };

export default async function RecoveryCodesPage() {
  await pagePerson("account.own");
  return (
    <>
      <PageHeader title="New recovery codes" crumbs={ACCOUNT_CRUMBS} />
      <RenewForm />
    </>
  );
}
