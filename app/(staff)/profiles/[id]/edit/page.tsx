import type { Metadata } from "next";
import { editedProfile, SubPageHeader } from "../../sub-page.tsx";
import { EditForm } from "./edit-form.tsx";

export const metadata: Metadata = { title: "Edit Profile" };

export default async function EditProfilePage({ params }: PageProps<"/profiles/[id]/edit">) {
  const { profile } = await editedProfile(params);
  return (
    <>
      <SubPageHeader profile={profile} title="Name and description" />
      <EditForm id={profile.id} name={profile.name} description={profile.description} />
    </>
  );
}
