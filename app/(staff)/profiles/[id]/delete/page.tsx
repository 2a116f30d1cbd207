import type { Metadata } from "next";
import { type ProfileEnd, whatDeletionEnds } from "#lib/profiles/what-deletion-ends.ts";
import { ConfirmForm } from "../../confirm-form.tsx";
import { InUse } from "../../in-use.tsx";
import { contactsInWords, editedProfile, SubPageHeader } from "../../sub-page.tsx";
import { sendDelete } from "../actions.ts";

export const metadata: Metadata = { title: "Delete Profile" };

export default async function DeleteProfilePage({ params }: PageProps<"/profiles/[id]/delete">) {
  const { person, profile } = await editedProfile(params);
  const { id, name, type, counts, fields } = profile;
  const end = await whatDeletionEnds(person, profile);
  const contacts = contactsInWords(counts.contacts);
  return (
    <>
      <SubPageHeader profile={profile} title={`Delete ${name}`} />
      {end.dependents.length > 0 ? (
        <InUse title={`${name} cannot be deleted yet`} dependents={end.dependents} />
      ) : (
        <ConfirmForm
          action={sendDelete}
          fields={{ profile: id }}
          title={`Delete ${name} for good?`}
          consequences={
            type === "virtual"
              ? ["Its rules are deleted. No contact is changed: they are in its source."]
              : [
                  `${contacts} leave the profile, and stay in the repository with their status.`,
                  `Its ${fields.length} ${fields.length === 1 ? "field" : "fields"} and their values are deleted.`,
                  ...waitingInWords(end),
                  "The logs of its imports stay, but none of them can be undone any more.",
                ]
          }
          typeName={name}
          submit={`Delete ${name}`}
          pending="Deleting …"
          cancelHref={`/profiles/${id}`}
        />
      )}
    </>
  );
}

function waitingInWords({ waitingImports }: ProfileEnd): string[] {
  if (waitingImports === 0) return [];
  return [`${waitingImports} ${waitingImports === 1 ? "import that waits is" : "imports that wait are"} cancelled.`];
}
