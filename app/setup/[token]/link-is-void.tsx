import { SignInCard } from "#components/sign-in-card.tsx";
import { TextLink } from "#components/text-link.tsx";
import { useWords } from "#components/words.ts";

/** A page of its own, not Next's not-found, which is empty without JavaScript. */
export function LinkIsVoid() {
  const t = useWords();
  return (
    <SignInCard title={t("This link is not valid any more")}>
      <p>
        {t.rich(
          "It worked once, or is older than a day. While Rollbook has no administrator, each start prints a new link. If there is one already, <link>sign in</link>.",
          { link: (words) => <TextLink href="/sign-in">{words}</TextLink> },
        )}
      </p>
    </SignInCard>
  );
}
