import type { Metadata } from "next";
import { getWords } from "#components/words.ts";
import { editedProfile, SubPageHeader } from "../../sub-page.tsx";
import { EditForm } from "./edit-form.tsx";

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getWords();
  return { title: t("Edit Profile") };
};

export default async function EditProfilePage({ params }: PageProps<"/profiles/[id]/edit">) {
  const t = await getWords();
  const { profile } = await editedProfile(params);
  return (
    <>
      <SubPageHeader profile={profile} title={t("Name and description")} />
      <EditForm id={profile.id} name={profile.name} description={profile.description} />
    </>
  );
}
