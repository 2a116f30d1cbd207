import type { Metadata } from "next";
import { SignInCard } from "#components/sign-in-card.tsx";
import { getWords } from "#components/words.ts";
import { isSetupLink } from "#lib/staff/first-administrator.ts";
import { LinkIsVoid } from "./link-is-void.tsx";
import { SetupForm } from "./setup-form.tsx";

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getWords();
  return { title: t("Set up") };
};

export default async function SetupPage({ params }: PageProps<"/setup/[token]">) {
  const { token } = await params;
  if (!(await isSetupLink(token))) return <LinkIsVoid />;
  const t = await getWords();
  return (
    <SignInCard
      title={t("Welcome to Rollbook")}
      description={t("You are its first administrator. Others you add later.")}
    >
      <SetupForm token={token} />
    </SignInCard>
  );
}
