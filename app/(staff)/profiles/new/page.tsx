import type { Metadata } from "next";
import { pagePerson } from "#app/_doors/page.ts";
import { PageHeader } from "#components/page-header.tsx";
import { NewProfileForm } from "./new-profile-form.tsx";

export const metadata: Metadata = { title: "New Profile" };

export default async function NewProfilePage() {
  await pagePerson("profiles.edit");
  return (
    <>
      <PageHeader
        title="New Profile"
        description="An audience of your own: who is in it, and what you know about them."
      />
      <NewProfileForm />
    </>
  );
}
