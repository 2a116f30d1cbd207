import type { Metadata } from "next";
import { connection } from "next/server";
import { ButtonLink } from "#components/button.tsx";
import { SignInCard } from "#components/sign-in-card.tsx";
import { getWords } from "#components/words.ts";

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getWords();
  return { title: t("Not found") };
};

export default async function NotFound() {
  await connection(); // a page made at build time carries no nonce, and its scripts would not run
  const t = await getWords();
  return (
    <SignInCard title={t("There is nothing here")}>
      <p>{t("The address may be mistyped, or what it led to was deleted.")}</p>
      <ButtonLink href="/profiles" variant="primary">
        {t("Open the profiles")}
      </ButtonLink>
    </SignInCard>
  );
}
