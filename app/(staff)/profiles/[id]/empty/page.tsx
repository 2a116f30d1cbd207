import type { Metadata } from "next";
import { nothingHere } from "#app/_doors/page.ts";
import { getWords } from "#components/words.ts";
import { ConfirmForm } from "../../confirm-form.tsx";
import { editedProfile, SubPageHeader } from "../../sub-page.tsx";
import { sendEmpty } from "../actions.ts";

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getWords();
  return { title: t("Empty Profile") };
};

export default async function EmptyProfilePage({ params }: PageProps<"/profiles/[id]/empty">) {
  const t = await getWords();
  const { profile } = await editedProfile(params);
  const { id, name, type, counts, fields } = profile;
  if (type === "virtual") nothingHere();
  const n = counts.contacts;
  return (
    <>
      <SubPageHeader profile={profile} title={t("Empty {name}", { name })} />
      <ConfirmForm
        action={sendEmpty}
        fields={{ profile: id }}
        title={t("{n, plural, one {Take # contact out of {name}?} other {Take all # contacts out of {name}?}}", {
          n,
          name,
        })}
        consequences={[
          t(
            "{n, plural, one {# contact leaves the profile, and stays in the repository with its status.} other {# contacts leave the profile, and stay in the repository with their status.}}",
            { n },
          ),
          fields.length === 0
            ? t("The profile stays.")
            : t(
                "{n, plural, one {Their values in the profile's # field are lost. The profile and its field stay.} other {Their values in the profile's # fields are lost. The profile and its fields stay.}}",
                { n: fields.length },
              ),
          t("This cannot be taken back. Export the profile first if you may want its values again."),
        ]}
        submit={t("{n, plural, one {Take out # contact} other {Take out # contacts}}", { n })}
        pending={t("Emptying …")}
        cancelHref={`/profiles/${id}`}
      />
    </>
  );
}
