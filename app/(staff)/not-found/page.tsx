import type { Metadata } from "next";
import { currentPerson } from "#app/_doors/current-person.ts";
import NotFound from "#app/not-found.tsx";
import { ButtonLink } from "#components/button.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { getWords } from "#components/words.ts";

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getWords();
  return { title: t("Not found") };
};

/** Where a page leads that finds nothing (`nothingHere`). The server around Next answers 404 with it. */
export default async function NotFoundPage() {
  if (!(await currentPerson())) return <NotFound />; // there is no frame for them
  const t = await getWords();
  return (
    <PageHeader
      title={t("There is nothing here")}
      description={t("The address may be mistyped, or what it led to was deleted.")}
      actions={<ButtonLink href="/profiles">{t("Open the profiles")}</ButtonLink>}
    />
  );
}
