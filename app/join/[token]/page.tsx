import type { Metadata } from "next";
import { SignInCard } from "#components/sign-in-card.tsx";
import { TextLink } from "#components/text-link.tsx";
import { holderOfLink, isNew } from "#lib/staff/use-link.ts";
import { JoinForm } from "./join-form.tsx";

export const metadata: Metadata = { title: "Set your password" };

export default async function JoinPage({ params }: PageProps<"/join/[token]">) {
  const { token } = await params;
  const holder = await holderOfLink(token);
  if (!holder) return <LinkIsVoid />;
  return (
    <SignInCard
      title={isNew(holder) ? "Welcome to Rollbook" : "Choose a new password"}
      description={holder.email}
      footer="You sign in with this email."
    >
      <JoinForm token={token} name={holder.name} />
    </SignInCard>
  );
}

function LinkIsVoid() {
  return (
    <SignInCard title="This link is not valid any more">
      <p>
        It worked once, or is too old. Ask an administrator for another one, or{" "}
        <TextLink href="/sign-in">sign in</TextLink>.
      </p>
    </SignInCard>
  );
}
