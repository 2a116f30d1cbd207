import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ConfirmForm } from "../../confirm-form.tsx";
import { contactsInWords, editedProfile, SubPageHeader } from "../../sub-page.tsx";
import { sendEmpty } from "../actions.ts";

export const metadata: Metadata = { title: "Empty Profile" };

export default async function EmptyProfilePage({ params }: PageProps<"/profiles/[id]/empty">) {
  const { profile } = await editedProfile(params);
  const { id, name, type, counts, fields } = profile;
  if (type === "virtual") notFound();
  const contacts = contactsInWords(counts.contacts);
  return (
    <>
      <SubPageHeader profile={profile} title={`Empty ${name}`} />
      <ConfirmForm
        action={sendEmpty}
        fields={{ profile: id }}
        title={`Take all ${contacts} out of ${name}?`}
        consequences={[
          `${contacts} leave the profile, and stay in the repository with their status.`,
          fields.length === 0
            ? "The profile stays."
            : `Their values in the profile's ${fields.length} ${fields.length === 1 ? "field" : "fields"} are lost. The profile and its fields stay.`,
          "This cannot be taken back. Export the profile first if you may want its values again.",
        ]}
        submit={`Take out ${contacts}`}
        pending="Emptying …"
        cancelHref={`/profiles/${id}`}
      />
    </>
  );
}
