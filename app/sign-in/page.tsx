import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { currentPerson } from "#app/_doors/current-person.ts";
import { buttonStyle } from "#components/button-style.ts";
import { SignInCard } from "#components/sign-in-card.tsx";
import { getWords } from "#components/words.ts";
import { sameOriginPath } from "#lib/http/same-origin-path.ts";
import { oidcName } from "#lib/staff/oidc/provider.ts";
import { Arrived } from "./arrived.tsx";
import { SignInForm } from "./sign-in-form.tsx";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getWords())("Sign in") });

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const t = await getWords();
  const query = await searchParams;
  const next = sameOriginPath(query.next);
  if (await currentPerson()) redirect(next ?? "/");
  const organisation = oidcName();
  return (
    <SignInCard
      title={t("Sign in")}
      description={t("with the email of your work")}
      footer={t("No account? An administrator makes one.")}
    >
      <Arrived query={query} />
      <SignInForm next={next} />
      {organisation !== null && (
        <>
          <p className="text-center text-muted text-sm">{t("or")}</p>
          {/* No Link: what is behind it leads elsewhere. */}
          <a href={`/sign-in/oidc${next ? `?next=${encodeURIComponent(next)}` : ""}`} className={buttonStyle()}>
            {t("Sign in with {organisation}", { organisation })}
          </a>
        </>
      )}
    </SignInCard>
  );
}
