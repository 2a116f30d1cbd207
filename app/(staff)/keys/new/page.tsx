import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { pagePerson } from "#app/_doors/page.ts";
import { PageHeader } from "#components/page-header.tsx";
import { getWords } from "#components/words.ts";
import { listStaff } from "#lib/staff/queries.ts";
import { KeyForm } from "./key-form.tsx";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getWords())("Make a key") });

export default async function NewKeyPage() {
  const person = await pagePerson("keys.manage");
  const t = await getWords();
  const owners = (await listStaff(person)).filter(({ state }) => state !== "disabled");
  return (
    <>
      <PageHeader title={t("Make a key")} crumbs={[{ href: "/keys", label: t("API keys") }]} />
      <KeyForm owners={owners.map(({ id, name, role }) => ({ id, name, role }))} self={person.id} once={randomUUID()} />
    </>
  );
}
