import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { currentPerson } from "#app/_doors/current-person.ts";
import { buttonStyle } from "#components/button-style.ts";
import { SignInCard } from "#components/sign-in-card.tsx";
import { sameOriginPath } from "#lib/http/same-origin-path.ts";
import { oidcName } from "#lib/staff/oidc/provider.ts";
import { Arrived } from "./arrived.tsx";
import { SignInForm } from "./sign-in-form.tsx";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const query = await searchParams;
  const next = sameOriginPath(query.next);
  if (await currentPerson()) redirect(next ?? "/");
  const organisation = oidcName();
  return (
    <SignInCard
      title="Sign in"
      description="with the email of your work"
      footer="No account? An administrator makes one."
    >
      <Arrived query={query} />
      <SignInForm next={next} />
      {organisation !== null && (
        <>
          <p className="text-center text-muted text-sm">or</p>
          {/* No Link: what is behind it leads elsewhere. */}
          <a href={`/sign-in/oidc${next ? `?next=${encodeURIComponent(next)}` : ""}`} className={buttonStyle()}>
            Sign in with {organisation}
          </a>
        </>
      )}
    </SignInCard>
  );
}
