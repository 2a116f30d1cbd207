import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { currentPerson } from "#app/_doors/current-person.ts";
import { Notice } from "#components/notice.tsx";
import { SignInCard } from "#components/sign-in-card.tsx";
import { sameOriginPath } from "#lib/http/same-origin-path.ts";
import { SignInForm } from "./sign-in-form.tsx";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const query = await searchParams;
  const next = sameOriginPath(query.next);
  if (await currentPerson()) redirect(next ?? "/");
  return (
    <SignInCard
      title="Sign in"
      description="with the email of your work"
      footer="No account? An administrator makes one."
    >
      <Arrived query={query} />
      <SignInForm next={next} />
    </SignInCard>
  );
}

/** What led here, when it was no link of ours. */
function Arrived({ query: { set, again } }: { query: Record<string, string | string[] | undefined> }) {
  if (set) return <Notice tone="good">Your password is set. Sign in with it.</Notice>;
  if (again) return <Notice tone="warn">That took too long. Sign in with your password once more.</Notice>;
  return null;
}
