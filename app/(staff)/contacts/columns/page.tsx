import type { Metadata } from "next";
import { orNotFound, pagePerson } from "#app/_doors/page.ts";
import { PageHeader } from "#components/page-header.tsx";
import { getWords } from "#components/words.ts";
import { columnsOf } from "#lib/contacts/columns.ts";
import { profileById } from "#lib/profiles/queries.ts";
import { addressWith, readAddress } from "../contacts-address.ts";
import { ColumnsForm } from "./columns-form.tsx";

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getWords();
  return { title: t("Columns") };
};

export default async function ColumnsPage({ searchParams }: PageProps<"/contacts/columns">) {
  const person = await pagePerson("contacts.view");
  const t = await getWords();
  const address = readAddress(await searchParams);
  const profile = await orNotFound(profileById(person, address.profile ?? 0));
  const chosen = new Set((await columnsOf(person, profile)).map(({ id }) => id));
  const back = addressWith(address, {});
  return (
    <>
      <PageHeader
        title={t("Columns")}
        description={t("The fields of {name} that you see in the list. The choice is yours alone, and is kept.", {
          name: profile.name,
        })}
        crumbs={[{ href: back, label: t("List Contacts") }]}
      />
      <ColumnsForm
        profileId={profile.id}
        back={back}
        fields={profile.fields.map(({ id, name }) => ({ id, name, shown: chosen.has(id) }))}
      />
    </>
  );
}
