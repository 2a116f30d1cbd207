import { SignInCard } from "#components/sign-in-card.tsx";
import { TextLink } from "#components/text-link.tsx";

/** A page of its own, not Next's not-found, which is empty without JavaScript. */
export function LinkIsVoid() {
  return (
    <SignInCard title="This link is not valid any more">
      <p>
        It worked once, or is older than a day. While Rollbook has no administrator, each start prints a new link. If
        there is one already, <TextLink href="/sign-in">sign in</TextLink>.
      </p>
    </SignInCard>
  );
}
