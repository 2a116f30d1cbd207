import type { Metadata } from "next";
import { pagePerson } from "#app/_doors/page.ts";
import { PageHeader } from "#components/page-header.tsx";
import { ACCOUNT_CRUMBS } from "../crumbs.ts";
import { PasswordForm } from "./password-form.tsx";

export const metadata: Metadata = { title: "Change the password" };

export default async function PasswordPage() {
  await pagePerson("account.own");
  return (
    <>
      <PageHeader title="Change the password" crumbs={ACCOUNT_CRUMBS} />
      <PasswordForm />
    </>
  );
}
