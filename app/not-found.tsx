import type { Metadata } from "next";
import { ButtonLink } from "#components/button.tsx";
import { SignInCard } from "#components/sign-in-card.tsx";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <SignInCard title="There is nothing here">
      <p>The address may be mistyped, or what it led to was deleted.</p>
      <ButtonLink href="/profiles" variant="primary">
        Open the profiles
      </ButtonLink>
    </SignInCard>
  );
}
