import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { stepCookie } from "#app/_doors/session-cookie.ts";
import { SignInCard } from "#components/sign-in-card.tsx";
import { TextLink } from "#components/text-link.tsx";
import { getWords } from "#components/words.ts";
import { sameOriginPath } from "#lib/http/same-origin-path.ts";
import { CodeForm } from "./code-form.tsx";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getWords())("Enter the code") });

/** The second step. It shows nothing of the account: the code is checked with the ticket of the first. */
export default async function CodePage({ searchParams }: PageProps<"/sign-in/code">) {
  const t = await getWords();
  if ((await stepCookie()) === undefined) redirect("/sign-in");
  return (
    <SignInCard
      title={t("Enter the code")}
      description={t("that your authenticator app shows for Rollbook")}
      footer={<TextLink href="/sign-in">{t("Sign in as somebody else")}</TextLink>}
    >
      <CodeForm next={sameOriginPath((await searchParams).next)} />
    </SignInCard>
  );
}
