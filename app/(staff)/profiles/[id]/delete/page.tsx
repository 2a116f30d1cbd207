import type { Metadata } from "next";
import type { Translator } from "#components/words/translator.ts";
import { getWords } from "#components/words.ts";
import { type ProfileEnd, whatDeletionEnds } from "#lib/profiles/what-deletion-ends.ts";
import { ConfirmForm } from "../../confirm-form.tsx";
import { InUse } from "../../in-use.tsx";
import { editedProfile, SubPageHeader } from "../../sub-page.tsx";
import { sendDelete } from "../actions.ts";

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getWords();
  return { title: t("Delete Profile") };
};

export default async function DeleteProfilePage({ params }: PageProps<"/profiles/[id]/delete">) {
  const t = await getWords();
  const { person, profile } = await editedProfile(params);
  const { id, name, type, counts, fields } = profile;
  const end = await whatDeletionEnds(person, profile);
  return (
    <>
      <SubPageHeader profile={profile} title={t("Delete {name}", { name })} />
      {end.dependents.length > 0 ? (
        <InUse title={t("{name} cannot be deleted yet", { name })} dependents={end.dependents} />
      ) : (
        <ConfirmForm
          action={sendDelete}
          fields={{ profile: id }}
          title={t("Delete {name} for good?", { name })}
          consequences={
            type === "virtual"
              ? [t("Its rules are deleted. No contact is changed: they are in its source.")]
              : [
                  t(
                    "{n, plural, one {# contact leaves the profile, and stays in the repository with its status.} other {# contacts leave the profile, and stay in the repository with their status.}}",
                    { n: counts.contacts },
                  ),
                  t(
                    "{n, plural, one {Its # field and the values in it are deleted.} other {Its # fields and their values are deleted.}}",
                    { n: fields.length },
                  ),
                  ...waitingInWords(end, t),
                  t("The logs of its imports stay, but none of them can be undone any more."),
                ]
          }
          typeName={name}
          submit={t("Delete {name}", { name })}
          pending={t("Deleting …")}
          cancelHref={`/profiles/${id}`}
        />
      )}
    </>
  );
}

function waitingInWords({ waitingImports }: ProfileEnd, t: Translator): string[] {
  if (waitingImports === 0) return [];
  return [
    t("{n, plural, one {# import that waits is cancelled.} other {# imports that wait are cancelled.}}", {
      n: waitingImports,
    }),
  ];
}
