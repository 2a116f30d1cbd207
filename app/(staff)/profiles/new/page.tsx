import type { Metadata } from "next";
import { orNotFound, pagePerson } from "#app/_doors/page.ts";
import { PageHeader } from "#components/page-header.tsx";
import { getWords } from "#components/words.ts";
import { profileById, profileChoices } from "#lib/profiles/queries.ts";
import { idOf } from "#lib/text/id-of.ts";
import { rowsOfFields } from "./field-rows.ts";
import { NewProfileForm } from "./new-profile-form.tsx";

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getWords();
  return { title: t("New Profile") };
};

export default async function NewProfilePage({ searchParams }: PageProps<"/profiles/new">) {
  const t = await getWords();
  const person = await pagePerson("profiles.edit");
  const { from } = await searchParams;
  const profiles = await profileChoices(person);
  const source = typeof from === "string" ? profiles.find(({ id }) => id === idOf(from)) : undefined;
  const rows = source && rowsOfFields((await orNotFound(profileById(person, source.id))).fields);
  return (
    <>
      <PageHeader
        title={t("New Profile")}
        description={t("An audience of your own: who is in it, and what you know about them.")}
      />
      <NewProfileForm profiles={profiles.map(({ id, name }) => ({ id, name }))} rows={rows} />
    </>
  );
}
