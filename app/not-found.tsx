import type { Metadata } from "next";
import { connection } from "next/server";
import { ButtonLink } from "#components/button.tsx";
import { SignInCard } from "#components/sign-in-card.tsx";

export const metadata: Metadata = { title: "Not found" };

export default async function NotFound() {
  await connection(); // a page made at build time carries no nonce, and its scripts would not run
  return (
    <SignInCard title="There is nothing here">
      <p>The address may be mistyped, or what it led to was deleted.</p>
      <ButtonLink href="/profiles" variant="primary">
        Open the profiles
      </ButtonLink>
    </SignInCard>
  );
}
