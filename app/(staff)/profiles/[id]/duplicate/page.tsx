import type { Metadata } from "next";
import { contactsInWords, editedProfile, SubPageHeader } from "../../sub-page.tsx";
import { DuplicateForm } from "./duplicate-form.tsx";

export const metadata: Metadata = { title: "Duplicate Profile" };

export default async function DuplicateProfilePage({ params }: PageProps<"/profiles/[id]/duplicate">) {
  const { profile } = await editedProfile(params);
  const { id, name, type, counts, fields } = profile;
  return (
    <>
      <SubPageHeader
        profile={profile}
        title={`Duplicate ${name}`}
        description={
          type === "virtual"
            ? "The duplicate has the same source and rules. Either can be changed without the other."
            : `The duplicate has the same ${fields.length} fields. Either can be changed without the other.`
        }
      />
      <DuplicateForm
        id={id}
        name={`${[...name].slice(0, 93).join("")} (copy)`}
        contacts={type === "virtual" ? null : contactsInWords(counts.contacts)}
      />
    </>
  );
}
