import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { stepCookie } from "#app/_doors/session-cookie.ts";
import { SignInCard } from "#components/sign-in-card.tsx";
import { TextLink } from "#components/text-link.tsx";
import { sameOriginPath } from "#lib/http/same-origin-path.ts";
import { CodeForm } from "./code-form.tsx";

export const metadata: Metadata = { title: "Enter the code" };

/** The second step. It shows nothing of the account: the code is checked with the ticket of the first. */
export default async function CodePage({ searchParams }: PageProps<"/sign-in/code">) {
  if ((await stepCookie()) === undefined) redirect("/sign-in");
  return (
    <SignInCard
      title="Enter the code"
      description="that your authenticator app shows for Rollbook"
      footer={<TextLink href="/sign-in">Sign in as somebody else</TextLink>}
    >
      <CodeForm next={sameOriginPath((await searchParams).next)} />
    </SignInCard>
  );
}
