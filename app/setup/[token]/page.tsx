import type { Metadata } from "next";
import { SignInCard } from "#components/sign-in-card.tsx";
import { isSetupLink } from "#lib/staff/first-administrator.ts";
import { LinkIsVoid } from "./link-is-void.tsx";
import { SetupForm } from "./setup-form.tsx";

export const metadata: Metadata = { title: "Set up" };

export default async function SetupPage({ params }: PageProps<"/setup/[token]">) {
  const { token } = await params;
  if (!(await isSetupLink(token))) return <LinkIsVoid />;
  return (
    <SignInCard title="Welcome to Rollbook" description="You are its first administrator. Others you add later.">
      <SetupForm token={token} />
    </SignInCard>
  );
}
