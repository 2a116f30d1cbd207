import { ButtonLink } from "#components/button.tsx";
import { EmptyState } from "#components/empty-state.tsx";
import { useWords } from "#components/words.ts";

/** Of a page that says so itself (`orNotFound`): within the frame. */
export default function NotFound() {
  const t = useWords();
  return (
    <EmptyState
      icon="search"
      title={t("There is nothing here")}
      actions={<ButtonLink href="/profiles">{t("Open the profiles")}</ButtonLink>}
    >
      {t("The address may be mistyped, or what it led to was deleted.")}
    </EmptyState>
  );
}
