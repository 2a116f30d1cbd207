import type { Metadata } from "next";
import { whatDeletionEnds } from "#lib/profiles/what-deletion-ends.ts";
import { ConfirmForm } from "../../confirm-form.tsx";
import { InUse } from "../../in-use.tsx";
import { contactsInWords, editedProfile, SubPageHeader } from "../../sub-page.tsx";
import { sendArchive, sendRestore } from "../actions.ts";

export const metadata: Metadata = { title: "Archive Profile" };

export default async function ArchiveProfilePage({ params }: PageProps<"/profiles/[id]/archive">) {
  const { person, profile } = await editedProfile(params);
  const { id, name, type, archivedAt, counts } = profile;
  const { dependents } = await whatDeletionEnds(person, profile);
  const common = { fields: { profile: id }, cancelHref: `/profiles/${id}`, danger: false };
  return (
    <>
      <SubPageHeader profile={profile} title={archivedAt === null ? `Archive ${name}` : `Bring ${name} back`} />
      {archivedAt === null && dependents.length > 0 ? (
        <InUse title={`${name} cannot be archived yet`} dependents={dependents} />
      ) : archivedAt === null ? (
        <ConfirmForm
          {...common}
          action={sendArchive}
          title={`Archive ${name}?`}
          consequences={[
            "It leaves the list of profiles, and is found among the archived ones.",
            type === "virtual"
              ? "Its rules stay as they are, and no contact changes."
              : `Its ${contactsInWords(counts.contacts)} and all of its values stay as they are.`,
            "It can be brought back at any time.",
          ]}
          submit="Archive"
          pending="Archiving …"
        />
      ) : (
        <ConfirmForm
          {...common}
          action={sendRestore}
          title={`Bring ${name} back?`}
          consequences={["It stands in the list of profiles again, as it was."]}
          submit="Bring it back"
          pending="Bringing it back …"
        />
      )}
    </>
  );
}
