import type { Metadata } from "next";
import { SignInCard } from "#components/sign-in-card.tsx";
import { TextLink } from "#components/text-link.tsx";
import { getWords, useWords } from "#components/words.ts";
import { holderOfLink, isNew } from "#lib/staff/use-link.ts";
import { JoinForm } from "./join-form.tsx";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getWords())("Set your password") });

export default async function JoinPage({ params }: PageProps<"/join/[token]">) {
  const t = await getWords();
  const { token } = await params;
  const holder = await holderOfLink(token);
  if (!holder) return <LinkIsVoid />;
  return (
    <SignInCard
      title={isNew(holder) ? t("Welcome to Rollbook") : t("Choose a new password")}
      description={holder.email}
      footer={t("You sign in with this email.")}
    >
      <JoinForm token={token} name={holder.name} />
    </SignInCard>
  );
}

function LinkIsVoid() {
  const t = useWords();
  return (
    <SignInCard title={t("This link is not valid any more")}>
      <p>
        {t.rich("It worked once, or is too old. Ask an administrator for another one, or <link>sign in</link>.", {
          link: (words) => <TextLink href="/sign-in">{words}</TextLink>,
        })}
      </p>
    </SignInCard>
  );
}
