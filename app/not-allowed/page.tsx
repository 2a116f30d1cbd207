import type { Metadata } from "next";
import { ButtonLink } from "#components/button.tsx";
import { SignInCard } from "#components/sign-in-card.tsx";
import { getWords } from "#components/words.ts";
import { inWords } from "#lib/staff/permissions.ts";
import { say } from "#lib/text/words.ts";

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getWords();
  return { title: t("Not allowed") };
};

export default async function NotAllowedPage({ searchParams }: PageProps<"/not-allowed">) {
  const { what } = await searchParams;
  const t = await getWords();
  return (
    <SignInCard title={t("You may not do this")}>
      <p>
        {t("Your account is not allowed to {what}. An administrator can change it.", {
          what: t(inWords(what) ?? say("see that page")),
        })}
      </p>
      <ButtonLink href="/profiles" variant="primary">
        {t("Open the profiles")}
      </ButtonLink>
    </SignInCard>
  );
}
