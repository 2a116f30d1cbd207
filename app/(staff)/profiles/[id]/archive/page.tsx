import type { Metadata } from "next";
import { getWords } from "#components/words.ts";
import { whatDeletionEnds } from "#lib/profiles/what-deletion-ends.ts";
import { ConfirmForm } from "../../confirm-form.tsx";
import { InUse } from "../../in-use.tsx";
import { editedProfile, SubPageHeader } from "../../sub-page.tsx";
import { sendArchive, sendRestore } from "../actions.ts";

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getWords();
  return { title: t("Archive Profile") };
};

export default async function ArchiveProfilePage({ params }: PageProps<"/profiles/[id]/archive">) {
  const t = await getWords();
  const { person, profile } = await editedProfile(params);
  const { id, name, type, archivedAt, counts } = profile;
  const { dependents } = await whatDeletionEnds(person, profile);
  const common = { fields: { profile: id }, cancelHref: `/profiles/${id}`, danger: false };
  return (
    <>
      <SubPageHeader
        profile={profile}
        title={archivedAt === null ? t("Archive {name}", { name }) : t("Bring {name} back", { name })}
      />
      {archivedAt === null && dependents.length > 0 ? (
        <InUse title={t("{name} cannot be archived yet", { name })} dependents={dependents} />
      ) : archivedAt === null ? (
        <ConfirmForm
          {...common}
          action={sendArchive}
          title={t("Archive {name}?", { name })}
          consequences={[
            t("It leaves the list of profiles, and is found among the archived ones."),
            type === "virtual"
              ? t("Its rules stay as they are, and no contact changes.")
              : t(
                  "{n, plural, one {Its # contact and all of its values stay as they are.} other {Its # contacts and all of its values stay as they are.}}",
                  { n: counts.contacts },
                ),
            t("It can be brought back at any time."),
          ]}
          submit={t("Archive")}
          pending={t("Archiving …")}
        />
      ) : (
        <ConfirmForm
          {...common}
          action={sendRestore}
          title={t("Bring {name} back?", { name })}
          consequences={[t("It stands in the list of profiles again, as it was.")]}
          submit={t("Bring it back")}
          pending={t("Bringing it back …")}
        />
      )}
    </>
  );
}
