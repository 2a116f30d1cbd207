import { ButtonLink } from "#components/button.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { useWords } from "#components/words.ts";

/** Of a page that says so itself (`orNotFound`): within the frame. */
export default function NotFound() {
  const t = useWords();
  return (
    <PageHeader
      title={t("There is nothing here")}
      description={t("The address may be mistyped, or what it led to was deleted.")}
      actions={<ButtonLink href="/profiles">{t("Open the profiles")}</ButtonLink>}
    />
  );
}
