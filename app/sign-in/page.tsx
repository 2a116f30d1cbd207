import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { currentPerson } from "#app/_doors/current-person.ts";
import { SignInCard } from "#components/sign-in-card.tsx";
import { sameOriginPath } from "#lib/http/same-origin-path.ts";
import { SignInForm } from "./sign-in-form.tsx";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const next = sameOriginPath((await searchParams).next);
  if (await currentPerson()) redirect(next ?? "/");
  return (
    <SignInCard
      title="Sign in"
      description="with the email of your work"
      footer="No account? An administrator makes one."
    >
      <SignInForm next={next} />
    </SignInCard>
  );
}
