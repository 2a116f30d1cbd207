import type { Metadata } from "next";
import { ButtonLink } from "#components/button.tsx";
import { SignInCard } from "#components/sign-in-card.tsx";
import { inWords } from "#lib/staff/permissions.ts";

export const metadata: Metadata = { title: "Not allowed" };

export default async function NotAllowedPage({ searchParams }: PageProps<"/not-allowed">) {
  const { what } = await searchParams;
  return (
    <SignInCard title="You may not do this">
      <p>Your account is not allowed to {inWords(what) ?? "see that page"}. An administrator can change it.</p>
      <ButtonLink href="/profiles" variant="primary">
        Open the profiles
      </ButtonLink>
    </SignInCard>
  );
}
